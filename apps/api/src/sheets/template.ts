/** The template of an import, empty or filled with the rows that failed. */
import type { Workbook, Worksheet } from '@cj-tech-master/excelts'
import type { DictionaryItem } from '@sitai/rules/dictionaries'
import type { Problem } from '@sitai/rules/fields'
import { cleanLine } from '@sitai/rules/text'
import type { Cells } from '@sitai/rules/sheetRows'
import { type Sheet, type SheetColumn, sheetInstructions, type SheetList } from '@sitai/rules/sheets'
import { markRow, reasonHeader } from './marking.ts'
import { paint } from './styles.ts'

const exampleLine = '示例只列在本页下表，供对照；数据填在前一张表，从第2行起。'
/** Rows that get the formats and drop-downs. */
const formattedRows = 10_001

export type Lists = Readonly<Record<SheetList, readonly DictionaryItem[]>>

/** Whether a row is the template's own example, untouched: copied from the instructions, or from a template of before. */
export function isExample(sheet: Sheet, cells: Cells): boolean {
  return sheet.columns.every(({ key, example }) => cleanLine(cells[key] ?? '') === cleanLine(example))
}

/**
 * The workbook to download before an import: an empty data sheet, instructions with an example of each column, hidden
 * lists. The data sheet holds no example: whoever wrote over it kept its grey letters and its note.
 */
export async function templateWorkbook(sheet: Sheet, lists: Lists): Promise<Uint8Array> {
  const { workbook } = await blank(sheet, lists)
  return workbook.xlsx.writeBuffer()
}

/** A template that holds only the rows that failed, each with its reasons, to be corrected and uploaded again. */
export async function correctionWorkbook(
  sheet: Sheet,
  lists: Lists,
  bad: readonly { readonly cells: Cells; readonly problems: readonly Problem[] }[],
): Promise<Uint8Array> {
  const { workbook, worksheet } = await blank(sheet, lists)
  const reason = sheet.columns.length + 1
  paint(worksheet.getRow(1).getCell(reason), 'mark').value = reasonHeader
  worksheet.getColumn(reason).width = 60
  const columns = new Map(sheet.columns.map((column, index) => [column, index + 1]))
  for (const { cells, problems } of bad) {
    const row = worksheet.addRow(sheet.columns.map(({ key }) => cells[key] ?? null))
    markRow(worksheet, row.number, reason, problems, columns)
  }
  return workbook.xlsx.writeBuffer()
}

async function blank(sheet: Sheet, lists: Lists) {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  workbook.creator = '四台'
  const worksheet = workbook.addWorksheet(sheet.title, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] })
  addInstructions(workbook, sheet, lists)
  const options = workbook.addWorksheet('选项', { state: 'hidden' })
  sheet.columns.forEach((column, index) => addColumn(worksheet, options, column, index + 1, lists))
  worksheet.getRow(1).height = 30
  return { workbook, worksheet }
}

function addColumn(worksheet: Worksheet, options: Worksheet, column: SheetColumn, number: number, lists: Lists) {
  const { header, width, required, format, help } = column
  const place = worksheet.getColumn(number)
  place.width = width
  // Text keeps all 18 digits; a day stays a day however the computer is set.
  if (format !== 'whole' && format !== 'decimal') place.numFmt = format === 'date' ? 'yyyy-mm-dd' : '@'
  const heading = paint(worksheet.getRow(1).getCell(number), required ? 'required' : 'heading')
  heading.value = required ? `*${header}` : header
  heading.numFmt = '@'
  heading.note = [required ? '必填。' : '选填。', formatHelp[format], help ?? ''].join('')
  const items = optionsOf(column, lists)
  if (format !== 'choice' || items.length === 0) return
  items.forEach(({ label }, index) => (options.getRow(index + 1).getCell(number).value = label))
  const letter = place.letter
  worksheet.dataValidations.add(`${letter}2:${letter}${formattedRows}`, {
    type: 'list',
    allowBlank: !required,
    formulae: [`选项!$${letter}$1:$${letter}$${items.length}`],
    showErrorMessage: true,
    errorTitle: header,
    error: '请从下拉列表中选择。',
  })
}

const formatHelp: Readonly<Record<SheetColumn['format'], string>> = {
  text: '文本格式。',
  date: '日期，例如 2026-01-05。',
  whole: '整数。',
  decimal: '数字。',
  choice: '从下拉列表中选择。',
  list: '可填多项，用顿号分隔。',
  weighed: '可填多项，用顿号分隔。',
}

function optionsOf({ options = [] }: SheetColumn, lists: Lists): readonly DictionaryItem[] {
  return typeof options === 'string' ? lists[options] : options
}

function addInstructions(workbook: Workbook, sheet: Sheet, lists: Lists) {
  const page = workbook.addWorksheet('填写说明', { views: [{ state: 'frozen', ySplit: 1 }] })
  ;[22, 8, 30, 90].forEach((width, index) => (page.getColumn(index + 1).width = width))
  paint(page.addRow([`${sheet.title}导入模板填写说明`]).getCell(1), 'title')
  for (const line of [...sheetInstructions, exampleLine]) page.addRow([line])
  page.addRow([])
  page.addRow(['列', '必填', '示例', '怎样填']).eachCell((cell) => paint(cell, 'heading'))
  for (const column of sheet.columns) {
    const labels = optionsOf(column, lists).map(({ label }) => label)
    const offered = labels.length > 0 ? `可选：${labels.join('、')}。` : ''
    const help = `${formatHelp[column.format]}${column.help ?? ''}${offered}`
    const row = page.addRow([column.header, column.required ? '是' : '', column.example, help])
    row.getCell(4).alignment = { wrapText: true, vertical: 'top' }
    row.getCell(3).numFmt = '@'
  }
}
