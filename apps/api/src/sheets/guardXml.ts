/** What the guard looks for inside the parts of a workbook, in what the reader will see. */
import type { Readable } from 'node:stream'
import { Refusal } from '../acts/refusal.ts'
import { attributesOf, broken, decoded, type Tag, tagsOf } from './tags.ts'

/** Bounds of one workbook: rows and columns of a sheet, cells and shared texts of all, columns Excel knows, depth of tags. */
const most = { rows: 20_000, columns: 100, cells: 400_000, texts: 400_000, namedCells: 100_000, depth: 60 }
const columnsOfExcel = 16_384

/** What was counted so far, over all parts of a workbook. */
export interface Counts {
  cells: number
  texts: number
}

const no = (code: string, message: string) => new Refusal(code, message, ['file'])

/** Refuses a part by its name: what can run, reach out or hide. */
export function refusePart(name: string) {
  const part = name.toLowerCase()
  if (/vbaproject|^xl\/macrosheets\/|^xl\/dialogsheets\/|activex|customui/.test(part)) throw macros()
  if (/^xl\/externallinks\/|^xl\/connections\.xml|^xl\/querytables\//.test(part)) throw externalLink()
  if (part.startsWith('xl/embeddings/')) throw no('EMBEDDED', '工作簿里嵌有其他文件，不能导入。请删除嵌入的对象。')
}

const macros = () => no('MACROS', '工作簿含有宏，不能导入。请另存为不含宏的“Excel 工作簿（.xlsx）”。')

const externalLink = () =>
  no('EXTERNAL_LINK', '工作簿链接着其他文件或数据源，不能导入。请复制数据，用“选择性粘贴—数值”贴到模板里。')

const tooManyCells = () =>
  no('TOO_LARGE', '工作簿里的单元格过多，不能导入。请删除多余的空行、空列和格式，或分几次导入。')

const macroType = /macroEnabled|vbaProject/i

/** The list of types: a type that means macros counts for a part that is there; a default that no part has is none. */
export async function scanTypes(stream: Readable, parts: readonly string[]): Promise<void> {
  const defaults = new Set<string>()
  const overridden = new Set<string>()
  for await (const tags of tagsOf(stream)) {
    for (const tag of tags) {
      if (tag.kind === 'close') continue
      const attributes = attributesOf(tag)
      const isMacro = macroType.test(attributes.get('ContentType') ?? '')
      const part = attributes.get('PartName')?.toLowerCase().replace(/^\//, '')
      if (part !== undefined) {
        overridden.add(part)
        if (isMacro) throw macros()
      } else if (isMacro) defaults.add((attributes.get('Extension') ?? '').toLowerCase())
    }
  }
  for (const name of parts) {
    const part = name.toLowerCase()
    if (!overridden.has(part) && defaults.has(part.slice(part.lastIndexOf('.') + 1))) throw macros()
  }
}

/** Any XML part but a worksheet: no DTD, no macro, nothing outside but plain hyperlinks, no giant ranges, no flood of texts. */
export async function scanXml(stream: Readable, counts: Counts): Promise<void> {
  for await (const tags of tagsOf(stream)) {
    for (const tag of tags) {
      if (tag.name === 'si' && ++counts.texts > most.texts) throw tooManyCells()
      if (tag.name === 'definedName' && tag.kind === 'close') refuseNamedRange(decoded(tag.text))
      if (tag.name !== 'Relationship' || tag.kind === 'close') continue
      const attributes = attributesOf(tag)
      const type = attributes.get('Type') ?? ''
      if (macroType.test(type)) throw macros()
      const isOutside = /^External$/i.test((attributes.get('TargetMode') ?? '').trim())
      if (isOutside && !type.endsWith('relationships/hyperlink')) throw externalLink()
    }
  }
}

function refuseNamedRange(text: string) {
  for (const [, left = '', top, right = '', bottom] of text.matchAll(
    /\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)/g,
  )) {
    const cells = (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1)
    if (Math.abs(cells) > most.namedCells)
      throw no('TOO_LARGE', '工作簿里定义了过大的名称区域，不能导入。请把数据复制到模板里。')
  }
}

/** A worksheet: no formula in a cell, no merged cells, no more rows, columns and cells than an import may have. */
export async function scanSheet(stream: Readable, counts: Counts): Promise<void> {
  const open: string[] = []
  let rows = 0
  let address = ''
  for await (const tags of tagsOf(stream)) {
    for (const tag of tags) {
      if (tag.kind === 'close') {
        if (open.pop() !== tag.name) throw broken()
        continue
      }
      if (tag.kind === 'open' && open.push(tag.name) > most.depth) throw broken()
      if (tag.name === 'row') refuseRow(tag, ++rows)
      else if (tag.name === 'c') {
        address = cellAddress(tag)
        if (++counts.cells > most.cells) throw tooManyCells()
      } else if (tag.name === 'col') refuseColumns(tag)
      else if (tag.name === 'mergeCell') throw no('MERGED', '工作表里有合并单元格，不能导入。请取消合并。')
      // Formulas of drop-downs and colours, whatever their place, are none of a cell.
      else if (tag.name === 'f' && open.includes('c'))
        throw no('FORMULA', `单元格 ${address} 含有公式，不能导入。请复制数据，用“选择性粘贴—数值”去掉公式。`)
    }
  }
}

const tooManyRows = () =>
  no('TOO_MANY_ROWS', `工作表超过 ${most.rows} 行（空行也算）。请选中末尾的空行，右键“删除”，或分几次导入。`)
const tooManyColumns = () => no('TOO_MANY_COLUMNS', `工作表超过 ${most.columns} 列。请删除右边多余的列。`)

function refuseRow(tag: Tag, rows: number) {
  const number = attributesOf(tag).get('r')
  if (number !== undefined && !/^\d+$/.test(number)) throw broken()
  if (rows > most.rows || Number(number) > most.rows) throw tooManyRows()
}

function cellAddress(tag: Tag): string {
  const address = attributesOf(tag).get('r')
  if (address === undefined) return ''
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  if (letters === undefined) throw broken()
  if (Number(digits) > most.rows) throw tooManyRows()
  if (letters.length > 3 || columnNumber(letters) > most.columns) throw tooManyColumns()
  return address
}

/** Formats of whole columns: Excel writes them up to its last column, nobody beyond. */
function refuseColumns(tag: Tag) {
  const attributes = attributesOf(tag)
  const [min, max] = [attributes.get('min') ?? '', attributes.get('max') ?? '']
  if (!/^\d+$/.test(min) || !/^\d+$/.test(max)) throw broken()
  if (Number(min) < 1 || Number(max) > columnsOfExcel) throw tooManyColumns()
}

/** `A` is 1, `AA` is 27; nothing is 0. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + (letter.codePointAt(0) ?? 64) - 64, 0)
}
