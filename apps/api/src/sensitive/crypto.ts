import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { config } from '../config.ts'

/** The master key: from the environment, else a file beside the data, made on the first start and readable by the owner only. */
function masterKey(): Buffer {
  if (config.SITAI_DATA_KEY) return Buffer.from(config.SITAI_DATA_KEY, 'hex')
  const file = join(config.SITAI_DATA_DIR, 'data.key')
  if (!existsSync(file)) {
    mkdirSync(config.SITAI_DATA_DIR, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
}

const master = masterKey()
const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', purpose, 32))
const cipherKey = derived('sitai phone and id numbers')
const hashKey = derived('sitai id number index')

/** AES-256-GCM: nonce (12 bytes), tag (16), ciphertext. */
export function encrypt(text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
}

/** The text again; throws when the bytes were altered or the key is another. */
export function decrypt(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes)
  const decipher = createDecipheriv('aes-256-gcm', cipherKey, buffer.subarray(0, 12))
  decipher.setAuthTag(buffer.subarray(12, 28))
  return Buffer.concat([decipher.update(buffer.subarray(28)), decipher.final()]).toString('utf8')
}

/** A keyed hash, so that equal ID numbers are found without being readable. */
export function blindIndex(text: string): string {
  return createHmac('sha256', hashKey).update(text).digest('base64url')
}

const codeKey = derived('sitai check-in codes')

/** A short keyed mark that nobody without the key can make: what a community's check-in code bears. */
export function codeMark(text: string): string {
  return createHmac('sha256', codeKey).update(text).digest('base64url').slice(0, 22)
}
