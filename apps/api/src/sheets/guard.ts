/**
 * The look at an uploaded workbook before any spreadsheet library touches it: the archive's list of contents, then each
 * XML part once, as a stream, so that memory stays bounded whatever the file claims to be.
 */
import { createReadStream } from 'node:fs'
import type { Entry } from 'yauzl'
import { Refusal } from '../acts/refusal.ts'
import { type Counts, refusePart, scanSheet, scanTypes, scanXml } from './guardXml.ts'
import { listed, openArchive, opened } from './parts.ts'
import { broken } from './tags.ts'

const megabyte = 2 ** 20
/** Bounds of an honest workbook of ten thousand rows, with room to spare. */
const most = { uncompressed: 64 * megabyte, ratio: 250, sheets: 20 }

const no = (code: string, message: string) => new Refusal(code, message, ['file'])

/**
 * Refuses a workbook that is hostile or that the import could not read faithfully: encrypted or old format, no workbook
 * at all, zip bomb, macros, external links, embedded objects, formulas, merged cells, DTDs, too many sheets, rows or
 * columns or cells. Each Refusal says in Chinese what to do about it.
 */
export async function guardWorkbook(path: string): Promise<void> {
  await refuseOldFormat(path)
  const zip = await openArchive(path)
  try {
    const entries = await listed(zip)
    refuseContents(entries)
    const names = entries.map(({ fileName }) => fileName)
    const counts: Counts = { cells: 0, texts: 0 }
    for (const entry of entries) {
      if (!/\.(?:xml|rels|vml)$/i.test(entry.fileName)) continue
      const stream = await opened(zip, entry)
      if (/^\[content_types\]\.xml$/i.test(entry.fileName)) await scanTypes(stream, names)
      else if (/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.fileName)) await scanSheet(stream, counts)
      else await scanXml(stream, counts)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : broken()
  } finally {
    zip.close()
  }
}

/** The old .xls and every encrypted .xlsx are OLE containers. */
async function refuseOldFormat(path: string) {
  for await (const head of createReadStream(path, { end: 7 })) {
    if (head instanceof Buffer && head.toString('hex') === 'd0cf11e0a1b11ae1') {
      throw no('WRONG_TYPE', '这是旧版（.xls）或加了密码的工作簿。请去掉密码，另存为“Excel 工作簿（.xlsx）”再上传。')
    }
  }
}

function refuseContents(entries: readonly Entry[]) {
  const names = entries.map(({ fileName }) => fileName.toLowerCase())
  if (new Set(names).size !== names.length) throw broken()
  if (!names.includes('[content_types].xml') || !names.includes('xl/workbook.xml')) {
    throw no('WRONG_TYPE', '这不是 Excel 工作簿（.xlsx）。请下载模板填写，不要只改文件的扩展名。')
  }
  if (names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).length > most.sheets) {
    throw no('TOO_MANY_SHEETS', `工作表超过 ${most.sheets} 张。请只保留要导入的一张。`)
  }
  let total = 0
  for (const entry of entries) {
    refusePart(entry.fileName)
    if (entry.isEncrypted()) throw no('WRONG_TYPE', '工作簿加了密码。请去掉密码再上传。')
    total += entry.uncompressedSize
    const isPacked = entry.uncompressedSize > megabyte && entry.uncompressedSize > most.ratio * entry.compressedSize
    if (isPacked || total > most.uncompressed) {
      throw no('TOO_LARGE', '工作簿解压后过大，不能导入。请删除多余的空行、空列和格式，或分几次导入。')
    }
  }
}
