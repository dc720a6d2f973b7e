/** A list as an Excel file: written row by row to the disk, so that fifty thousand rows cost no memory. */
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
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

/** A list that is being written; each step fails with the disk's own error when the disk does. */
export interface ListWriter {
  readonly add: (rows: readonly (readonly ListValue[])[]) => Promise<void>
  readonly close: () => Promise<void>
  readonly drop: () => void
}

/** Begins the workbook at `path`. */
export async function beginList(path: string, { title, about, columns }: ListFace): Promise<ListWriter> {
  const { WorkbookWriter } = await import('@cj-tech-master/excelts')
  const file = createWriteStream(path)
  // Settled by the file alone: the library neither waits for it nor listens to its errors.
  const written = finished(file)
  const failed = new Promise<never>((_, reject) => written.catch(reject))
  failed.catch(() => undefined)
  const workbook = new WorkbookWriter({ stream: file, useStyles: true })
  const worksheet = workbook.addWorksheet(title.slice(0, 31), { views: [{ state: 'frozen', ySplit: 3 }] })
  worksheet.columns = columns.map(({ width, format }) => ({
    width,
    style: { numFmt: format === 'number' ? 'General' : format === 'day' ? 'yyyy-mm-dd' : '@' },
  }))
  const [titleRow, aboutRow] = [worksheet.addRow([title]), worksheet.addRow([storable(about)])]
  paint(titleRow.getCell(1), 'title')
  paint(aboutRow.getCell(1), 'quiet')
  const headings = worksheet.addRow(columns.map(({ header }) => header))
  headings.eachCell((cell) => paint(cell, 'heading'))
  for (const row of [titleRow, aboutRow, headings]) row.commit()
  worksheet.autoFilter = { from: { row: 3, column: 1 }, to: { row: 3, column: columns.length } }
  return {
    add: async (rows) => {
      for (const values of rows) worksheet.addRow(values.map(storable)).commit()
      if (file.errored) await written
    },
    close: async () => {
      worksheet.commit()
      await Promise.race([workbook.commit(), failed])
      await written
    },
    drop: () => void file.destroy(),
  }
}

/** What XML can't hold would make the whole file unreadable. */
function storable(value: ListValue): ListValue {
  return typeof value === 'string'
    ? value.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    : value
}
