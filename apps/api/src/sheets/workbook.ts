/**
 * The one place that knows the spreadsheet library. Reading: the cells of an import as text. Writing: templates, marked
 * workbooks and lists. Only what guardWorkbook() let through may be read.
 */
import type { Cell, CellValue, ConditionalFormattingOptions, Workbook, Worksheet } from '@cj-tech-master/excelts'
import type { Problem } from '@sitai/rules/fields'
import type { Cells } from '@sitai/rules/sheetRows'
import type { Sheet, SheetColumn } from '@sitai/rules/sheets'
import { trimBlanks } from '@sitai/rules/text'
import { Refusal } from '../acts/refusal.ts'
import { dayOf } from '../time/dates.ts'
import { markRow, reasonHeader } from './marking.ts'
import { partsOf } from './parts.ts'
import { readable } from './readable.ts'
import { paint } from './styles.ts'
import { isExample } from './template.ts'

/** A row as read: its number in the worksheet, the text of its cells by column key, cells that could not be read. */
export interface ReadRow {
  readonly rowNo: number
  readonly cells: Cells
  readonly problems: readonly Problem[]
}

/** A worksheet as read. `ignored` are headings that the template does not know. */
export interface ReadSheet {
  readonly rows: readonly ReadRow[]
  readonly ignored: readonly string[]
}

/** The most rows one import may bring, whatever a bureau has set. */
export const mostRows = 10_000

/**
 * The rows of the worksheet named like the template, else of the first visible one. Empty rows and the example row are
 * left out. Refusals: HEADERS_MISSING, NO_ROWS, TOO_MANY_ROWS, and WRONG_TYPE when the library can't read the file.
 */
export async function readSheet(path: string, sheet: Sheet, most = mostRows): Promise<ReadSheet> {
  const workbook = await loaded(path)
  const worksheet = dataSheet(workbook, sheet)
  const dayZero = workbook.properties.date1904 ? dayZero1904 : dayZero1900
  const { columns, ignored, headerRow } = headings(worksheet, sheet)
  const rows: ReadRow[] = []
  worksheet.eachRow((row, rowNo) => {
    if (rowNo <= headerRow) return
    const cells: Record<string, string> = {}
    const problems: Problem[] = []
    for (const [column, number] of columns) {
      const { text, problem } = textOf(row.getCell(number).value, column, dayZero)
      // Blanks of any kind are nothing: a row of them is an empty row.
      if (trimBlanks(text) !== '') cells[column.key] = text
      if (problem) problems.push({ field: column.key, message: problem })
    }
    if (Object.keys(cells).length > 0 && !isExample(sheet, cells)) rows.push({ rowNo, cells, problems })
  })
  if (rows.length === 0) throw new Refusal('NO_ROWS', '工作表里没有可导入的行。请从第2行起填写。', ['file'])
  if (rows.length > most) {
    throw new Refusal('TOO_MANY_ROWS', `一次最多导入 ${most} 行，现有 ${rows.length} 行。请分几次导入。`, ['file'])
  }
  return { rows, ignored }
}

/**
 * The uploaded workbook again, with a 错误原因 column at the end, each bad row's reasons in it and its cells marked and
 * noted. Everything else stays as its owner made it.
 */
export async function markedWorkbook(
  path: string,
  sheet: Sheet,
  bad: ReadonlyMap<number, readonly Problem[]>,
): Promise<Uint8Array> {
  const workbook = await loaded(path)
  for (const { conditionalFormattings } of workbook.worksheets) dropUnwritable(conditionalFormattings)
  const worksheet = dataSheet(workbook, sheet)
  const { columns, headerRow, width } = headings(worksheet, sheet)
  const reason = width + 1
  paint(worksheet.getRow(headerRow).getCell(reason), 'mark').value = reasonHeader
  worksheet.getColumn(reason).width = 60
  for (const [rowNo, problems] of bad) markRow(worksheet, rowNo, reason, problems, columns)
  return workbook.xlsx.writeBuffer()
}

/** The kinds of coloured rules that the library can write; of any other it would leave an empty shell behind. */
const writableRules = new Set<string>([
  'expression',
  'cellIs',
  'top10',
  'aboveAverage',
  'dataBar',
  'colorScale',
  'iconSet',
  'containsText',
  'timePeriod',
])

function dropUnwritable(rules: ConditionalFormattingOptions[]) {
  for (const [index, { rules: all }] of [...rules.entries()].toReversed()) {
    const kept = all.filter(({ type }) => writableRules.has(type))
    all.splice(0, all.length, ...kept)
    if (kept.length === 0) rules.splice(index, 1)
  }
}

async function loaded(path: string): Promise<Workbook> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  try {
    // Never the library's readFile(): it decodes in pieces and breaks characters at their seams (seen in 5.1.17).
    await workbook.xlsx.loadFromFiles(readable(await partsOf(path)))
  } catch {
    throw new Refusal('WRONG_TYPE', '工作簿读不出来。请用 Excel 打开后另存为 .xlsx 再上传。', ['file'])
  }
  return workbook
}

function dataSheet(workbook: Workbook, sheet: Sheet): Worksheet {
  const named = workbook.getWorksheet(sheet.title)
  const found = named ?? workbook.worksheets.find(({ state }) => state === 'visible')
  if (!found) throw new Refusal('NO_ROWS', '工作簿里没有可见的工作表。', ['file'])
  return found
}

/** Which column of the worksheet holds which column of the template, by the headings of row 1. */
function headings(worksheet: Worksheet, sheet: Sheet) {
  const headerRow = 1
  const columns = new Map<SheetColumn, number>()
  const ignored: string[] = []
  let width = 0
  worksheet.getRow(headerRow).eachCell((cell: Cell, number: number) => {
    const heading = textOf(cell.value).text.replaceAll(/[*＊\s]/g, '')
    if (heading === '' || heading === reasonHeader) return
    width = Math.max(width, number)
    const column = sheet.columns.find(({ header }) => header === heading)
    if (column && !columns.has(column)) columns.set(column, number)
    else ignored.push(heading)
  })
  const missing = sheet.columns.filter((column) => column.required && !columns.has(column))
  if (missing.length > 0) {
    const names = missing.map(({ header }) => `“${header}”`).join('、')
    throw new Refusal('HEADERS_MISSING', `第一行缺少必填的列：${names}。请下载“${sheet.title}”模板填写。`, ['file'])
  }
  return { columns, ignored, headerRow, width }
}

/** A cell as text, and what is wrong with how it is stored. A date is YYYY-MM-DD. */
function textOf(value: CellValue, column?: SheetColumn, dayZero = dayZero1900): { text: string; problem?: string } {
  if (value === null || value === undefined) return { text: '' }
  if (typeof value === 'string') return { text: value }
  if (typeof value === 'boolean') return { text: value ? '是' : '否' }
  if (value instanceof Date) return { text: Number.isNaN(value.getTime()) ? '' : dayAt(value.getTime()) }
  if (typeof value === 'number') return textOfNumber(value, dayZero, column)
  if ('richText' in value) return { text: value.richText.map(({ text }) => text).join('') }
  if ('hyperlink' in value) return textOf(value.text, column, dayZero)
  if ('error' in value) return { text: value.error, problem: `${column?.header ?? ''}是错误值 ${value.error}` }
  return { text: '=', problem: `${column?.header ?? ''}不能是公式` }
}

const day = 86_400_000
/** Excel's day numbers count from here; those of a workbook that came from an old Mac from there. */
const dayZero1900 = Date.UTC(1899, 11, 30)
const dayZero1904 = Date.UTC(1904, 0, 1)

/** The day of a moment; what lacks less than a second of midnight was rounded. */
function dayAt(milliseconds: number): string {
  return dayOf(new Date(Math.floor((milliseconds + 999) / day) * day))
}

function textOfNumber(value: number, dayZero: number, column?: SheetColumn): { text: string; problem?: string } {
  if (column?.format === 'date' && value > 10_000 && value < 80_000) {
    return { text: dayAt(dayZero + value * day) }
  }
  if (column?.format === 'text' && Math.abs(value) >= 1e15) {
    return { text: String(value), problem: `${column.header}存成了数字，末几位已丢失。请把单元格设为文本后重新填写` }
  }
  return { text: Number.isInteger(value) ? value.toFixed(0) : String(value) }
}
