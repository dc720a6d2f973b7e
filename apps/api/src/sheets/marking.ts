/** How an error is shown in a workbook: its reason in a column of its own, its cells marked and noted. */
import type { Worksheet } from '@cj-tech-master/excelts'
import type { Problem } from '@sitai/rules/fields'
import type { SheetColumn } from '@sitai/rules/sheets'
import { markFill } from './styles.ts'

/** The heading of the column that says what is wrong; an upload may bring it along, it is not read. */
export const reasonHeader = '错误原因'

/** Writes a row's reasons into its reason column, and marks and notes the cells they speak of. */
export function markRow(
  worksheet: Worksheet,
  rowNo: number,
  reason: number,
  problems: readonly Problem[],
  columns: ReadonlyMap<SheetColumn, number>,
) {
  const row = worksheet.getRow(rowNo)
  const reasons = row.getCell(reason)
  reasons.value = problems.map(({ message }) => message).join('；')
  reasons.style = { ...reasons.style, font: { color: { argb: 'FFCF1322' } } }
  for (const [column, number] of columns) {
    const message = problems.find(({ field }) => field === column.key)?.message
    if (message === undefined) continue
    const cell = row.getCell(number)
    // A style of its own: cells of a workbook that was read share one object with all that look alike.
    cell.style = { ...cell.style, fill: markFill }
    cell.note = message
  }
}
