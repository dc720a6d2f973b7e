/** The disk under the files: each content once, under its SHA-256, written so that what was acknowledged survives a crash. */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { config } from '../config.ts'

const root = join(config.SITAI_DATA_DIR, 'files')
const incoming = join(root, 'incoming')

/** The path of a content by its hash (64 hex digits): `files/ab/cd/<hash>`. Throws on anything that is no hash. */
export function pathOfContent(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a SHA-256')
  return join(root, hash.slice(0, 2), hash.slice(2, 4), hash)
}

/** A path for a file that is still being written, on the same disk as the store, so that a rename moves it. */
export async function incomingPath(): Promise<string> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  return join(incoming, randomUUID())
}

/** SHA-256 of a file, in hex; read as a stream. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/**
 * Moves an incoming file to its place and answers its hash and size in bytes. When this returns, the content is on the
 * disk: file and folder were flushed. The same content twice is stored once.
 */
export async function keepContent(path: string): Promise<{ hash: string; size: number }> {
  const hash = await hashOfFile(path)
  const place = pathOfContent(hash)
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  const file = await open(path, 'r+')
  const { size } = await file
    .stat()
    .then(async (found) => file.sync().then(() => found))
    .finally(() => file.close())
  await rename(path, place)
  // A new name is durable only when its folder was flushed; the folders above may be new as well.
  for (const folder of [dirname(place), dirname(dirname(place)), root]) await flushFolder(folder)
  return { hash, size }
}

async function flushFolder(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/**
 * Removes a content that nobody needs. It is set aside before the last look, so that an upload of the same content
 * meanwhile either finds it back or finds it gone, and never believes in what is about to go.
 */
export async function dropUnless(hash: string, isNeeded: () => Promise<boolean>): Promise<boolean> {
  if (await isNeeded()) return false
  const aside = await incomingPath()
  await rename(pathOfContent(hash), aside)
  if (!(await isNeeded())) {
    await rm(aside, { force: true })
    return true
  }
  await rename(aside, pathOfContent(hash))
  return false
}

export async function dropIncoming(path: string): Promise<void> {
  await rm(path, { force: true })
}

/** Whether an error says that the disk, or the share of it that we have, is full. */
export function isDiskFull(error: unknown): boolean {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/** Whether the content is there (an import's workbook goes after its days). */
export async function isKept(hash: string): Promise<boolean> {
  return stat(pathOfContent(hash)).then(
    () => true,
    () => false,
  )
}

/** Everything in the store with its age in milliseconds: contents by hash, and what never finished coming in by path. */
export async function* walkContents(at: number): AsyncGenerator<{ hash: string | null; path: string; age: number }> {
  const names = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of names) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const { mtimeMs, ctimeMs } = await stat(path)
    const hash = /^[0-9a-f]{64}$/.test(entry.name) && entry.parentPath !== incoming ? entry.name : null
    yield { hash, path, age: at - Math.max(mtimeMs, ctimeMs) }
  }
}
