import { createReadStream, type ReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { cleanLine } from '@sitai/rules/text'
import { db } from '../data/db.ts'
import { notFound, Refusal } from '../acts/refusal.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { dropIncoming, dropUnless, isKept, keepContent, pathOfContent, walkContents } from './content.ts'
import { visibleFiles } from './file.access.ts'

/** What a file is uploaded for, and the real types each purpose takes. */
const purposes = {
  PHOTO: { mimes: ['image/jpeg', 'image/png', 'image/webp'], says: '只能上传 JPG、PNG 或 WebP 照片。' },
  SHEET: {
    mimes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    says: '只能上传 Excel 工作簿（.xlsx）。',
  },
} as const
export type FilePurpose = keyof typeof purposes

/** A file as it came in: where it lies for now, and the name its owner gave it. */
export interface IncomingFile {
  readonly path: string
  readonly name: string
}

/**
 * Takes an incoming file into the store and answers its id. Its type is judged by its content, never by its name; its
 * size by the bureau's setting. Whatever happens, nothing stays at its incoming path.
 * Refusals: EMPTY_FILE, TOO_LARGE, WRONG_TYPE.
 */
export async function storeFile(viewer: Viewer, incoming: IncomingFile, purpose: FilePurpose): Promise<string> {
  try {
    const { uploadMaxMegabytes } = await settingsOf(viewer.divisionCode)
    const { size } = await stat(incoming.path)
    if (size === 0) throw new Refusal('EMPTY_FILE', '文件是空的。', ['file'])
    if (size > uploadMaxMegabytes * 2 ** 20) throw tooLarge(uploadMaxMegabytes)
    const { fileTypeFromFile } = await import('file-type')
    const mime = (await fileTypeFromFile(incoming.path))?.mime ?? ''
    const { mimes, says } = purposes[purpose]
    const known: readonly string[] = mimes
    if (!known.includes(mime)) throw new Refusal('WRONG_TYPE', says, ['file'])
    const kept = await keepContent(incoming.path)
    const id = await write(viewer, 'storeFile', async (tx) => {
      const { accountId, divisionCode } = viewer
      const data = { ...kept, mime, name: nameOf(incoming.name), accountId, divisionCode }
      return (await tx.storedFile.create({ data, select: { id: true } })).id
    })
    // The sweep may have taken an older copy of the same content away in between; then nothing is acknowledged.
    if (!(await isKept(kept.hash))) throw new Refusal('TRY_AGAIN', '文件没有保存成功，请再上传一次。', ['file'])
    return id
  } finally {
    await dropIncoming(incoming.path)
  }
}

export function tooLarge(megabytes: number): Refusal {
  return new Refusal('TOO_LARGE', `文件超过 ${megabytes} MB，不能上传。`, ['file'])
}

/** The name without folders and control characters, at most 120 characters. */
function nameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return [...cleanLine(last.replaceAll(/\p{C}/gu, ''))].slice(-120).join('') || '未命名'
}

/** A stored file and its bytes, for whoever may see the thing it hangs on; else it reads as not found. */
export async function openFile(
  viewer: Viewer,
  id: string,
): Promise<{ name: string; mime: string; size: number; hash: string; bytes: () => ReadStream }> {
  const file = await db.storedFile.findFirst({ where: { id, AND: visibleFiles(viewer) } })
  if (!file) throw notFound('个文件')
  if (!(await isKept(file.hash))) throw new Refusal('GONE', '这个文件已按保存期限清除。')
  const { name, mime, size, hash } = file
  return { name, mime, size, hash, bytes: () => createReadStream(pathOfContent(hash)) }
}

/**
 * Makes sure that the files a record is about to hang on are the viewer's own fresh uploads; call it in the act's
 * transaction with internal ids. Refusal FILE_UNKNOWN.
 */
export async function ownUploads(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<void> {
  const found = await tx.storedFile.count({ where: { id: { in: [...ids] }, accountId: viewer.accountId } })
  if (found !== new Set(ids).size) throw new Refusal('FILE_UNKNOWN', '有照片未上传成功，请重新上传。', ['photoIds'])
}

const day = 24 * 3_600_000

/**
 * The nightly sweep: uploads that hang on nothing for a day, contents that no file speaks of, and what never finished
 * coming in. Answers how many contents went.
 */
export async function sweepFiles(at: Date): Promise<number> {
  const old = { createdAt: { lt: new Date(at.getTime() - day) } }
  await write({ system: '文件清理', requestId: 'sweepFiles' }, 'sweepFiles', (tx) =>
    tx.storedFile.deleteMany({ where: { ...old, photos: { none: {} }, importBatches: { none: {} } } }),
  )
  let gone = 0
  for await (const { hash, path, age } of walkContents(at.getTime())) {
    if (age < day) continue
    if (hash === null) {
      await dropIncoming(path)
      gone++
    } else if (await dropUnless(hash, async () => (await db.storedFile.count({ where: { hash } })) > 0)) {
      gone++
    }
  }
  return gone
}
