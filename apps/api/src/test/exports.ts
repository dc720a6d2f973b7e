import { Workbook } from '@cj-tech-master/excelts'
import { expect } from '@jest/globals'
import type { Viewer } from '../access/viewer.ts'
import { useHttp } from './http.ts'

/** The export of lists as the web asks for it, and a workbook read back: head, headings and rows. */
export function useExports() {
  const http = useHttp()

  const exporting = (viewer: Viewer | null, list: string, body: object) =>
    http(viewer, `/api/sheets/${list}.xlsx`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  const exported = async (viewer: Viewer, list: string, body: object) => {
    const answer = await exporting(viewer, list, body)
    expect(answer.status).toBe(200)
    const bytes = Buffer.from(await answer.arrayBuffer())
    const workbook = new Workbook()
    await workbook.xlsx.load(bytes)
    const sheet = workbook.worksheets[0]
    const texts = (row: number) =>
      Array.from({ length: sheet?.columnCount ?? 0 }, (_, column) => sheet?.getRow(row).getCell(column + 1).text ?? '')
    const rows = Array.from({ length: (sheet?.rowCount ?? 3) - 3 }, (_, index) => texts(index + 4))
    return { sheet, texts, bytes, rows }
  }

  return { exporting, exported }
}
