/** A list as an Excel file: written row by row to the disk, so that fifty thousand rows cost no memory. */
import { paint } from './styles.ts'

/** A value as a list shows it. Text is always written as text, never as a formula, whatever it begins with. */
export type ListValue = string | number | Date | null

export interface ListColumn {
  readonly header: string
  /** Width in characters. */
  readonly width: number
  /** `day` is a Date at midnight UTC. */
  readonly format?: 'text' | 'number' | 'day'
}

export interface ListFace {
  /** The first line. */
  readonly title: string
  /** The second line: filter in words, who, when. */
  readonly about: string
  readonly columns: readonly ListColumn[]
}

/** Writes the workbook to `path` and answers how many rows it holds. */
export async function writeList(
  path: string,
  { title, about, columns }: ListFace,
  batches: AsyncIterable<readonly (readonly ListValue[])[]>,
): Promise<number> {
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const workbook = new WorkbookWriter({ filename: path, useStyles: true })
  const worksheet = workbook.addWorksheet(title.slice(0, 31), { views: [{ state: 'frozen', ySplit: 3 }] })
  worksheet.columns = columns.map(({ width, format }) => ({
    width,
    style: { numFmt: format === 'number' ? 'General' : format === 'day' ? 'yyyy-mm-dd' : '@' },
  }))
  const [titleRow, aboutRow] = [worksheet.addRow([title]), worksheet.addRow([about])]
  paint(titleRow.getCell(1), 'title')
  paint(aboutRow.getCell(1), 'quiet')
  const headings = worksheet.addRow(columns.map(({ header }) => header))
  headings.eachCell((cell) => paint(cell, 'heading'))
  for (const row of [titleRow, aboutRow, headings]) row.commit()
  worksheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: columns.length } }
  let count = 0
  for await (const batch of batches) {
    for (const values of batch) worksheet.addRow([...values]).commit()
    count += batch.length
  }
  worksheet.commit()
  await workbook.commit()
  return count
}
