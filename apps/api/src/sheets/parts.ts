/** The parts of a workbook's archive. */
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Entry, ZipFile } from 'yauzl'
import { Refusal } from '../acts/refusal.ts'

/** The most parts a workbook may have. */
const mostEntries = 300

/** Opens the archive; the caller closes it. Refusal WRONG_TYPE when it is none. */
export async function openArchive(path: string): Promise<ZipFile> {
  const { openPromise } = await import('yauzl')
  try {
    return await openPromise(path, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
    })
  } catch {
    throw new Refusal('WRONG_TYPE', '这不是 Excel 工作簿（.xlsx）。请下载模板填写，不要只改文件的扩展名。', ['file'])
  }
}

/** The archive's list of contents. Refusal TOO_LARGE. */
export async function listed(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > mostEntries)
        reject(new Refusal('TOO_LARGE', '工作簿里的部件过多，不能导入。请把数据复制到模板里再上传。', ['file']))
      else zip.readEntry()
    })
    zip.once('end', () => resolve())
    zip.once('error', reject)
    zip.readEntry()
  })
  return entries
}

export function opened(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}

/** Every part by its name, unpacked: for a workbook that the guard let through. */
export async function partsOf(path: string): Promise<Record<string, Uint8Array>> {
  const zip = await openArchive(path)
  try {
    const parts: Record<string, Uint8Array> = {}
    for (const entry of await listed(zip)) {
      if (!entry.fileName.endsWith('/')) parts[entry.fileName] = await buffer(await opened(zip, entry))
    }
    return parts
  } finally {
    zip.close()
  }
}
