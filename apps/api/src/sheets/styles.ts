/** How our workbooks look: one calm blue for headings, red for what is wrong, grey for what is an example. */
import type { Cell, Fill } from '@cj-tech-master/excelts'

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

/** Behind a cell with a problem. */
export const markFill = solid('FFFFC9C9')

const faces = {
  heading: { fill: solid('FFD6E4FF'), font: { bold: true } },
  required: { fill: solid('FFD6E4FF'), font: { bold: true, color: { argb: 'FFCF1322' } } },
  mark: { fill: solid('FFFFC9C9'), font: { bold: true, color: { argb: 'FFCF1322' } } },
  title: { fill: undefined, font: { bold: true, size: 16 } },
  quiet: { fill: undefined, font: { color: { argb: 'FF595959' } } },
} satisfies Record<string, { fill: Fill | undefined; font: Cell['font'] }>

/** Gives a cell one of the faces and answers it. */
export function paint(cell: Cell, face: keyof typeof faces): Cell {
  const { fill, font } = faces[face]
  if (fill) cell.fill = fill
  if (font) cell.font = font
  if (face === 'heading' || face === 'required' || face === 'mark') {
    cell.alignment = { vertical: 'middle', wrapText: true }
    cell.border = { bottom: { style: 'thin', color: { argb: 'FF8C8C8C' } } }
  }
  return cell
}
