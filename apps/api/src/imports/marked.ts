import { db } from '../data/db.ts'
import { notFound, Refusal } from '../acts/refusal.ts'
import { isKept, pathOfContent } from '../files/content.ts'
import { atDesk } from '../sheets/sheetDesk.ts'
import type { Viewer } from '../access/viewer.ts'
import { visibleImports } from './import.access.ts'
import { openCells, problemsOfRow } from './rows.ts'
import { listsOf } from './scene.ts'

/** The uploaded workbook with its errors marked, or a template with only the bad rows, to be corrected and sent again. */
export async function markedSheet(
  viewer: Viewer,
  id: string,
  onlyBad: boolean,
): Promise<{ name: string; bytes: Uint8Array }> {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound('次导入')
  const batch = await db.importBatch.findFirst({ where: { id, AND: visibleImports(viewer) }, include: { file: true } })
  if (!batch) throw notFound('次导入')
  if (batch.purgedAt || !(await isKept(batch.file.hash))) throw new Refusal('GONE', '已超过7天，工作簿已清除。')
  const rows = await db.importRow.findMany({ where: { batchId: id, outcome: 'BAD' }, orderBy: { rowNo: 'asc' } })
  const { kind } = batch
  const stem = batch.fileName.replace(/\.xlsx$/i, '')
  if (onlyBad) {
    const bad = rows.map((row) => ({ cells: openCells(row.cells), problems: problemsOfRow(row) }))
    const lists = await listsOf(batch.divisionCode)
    return {
      name: `${stem}（仅有错的行）.xlsx`,
      bytes: await atDesk('writing', (ask) => ask('correct', { kind, lists, bad })),
    }
  }
  const bad = new Map(rows.map((row) => [row.rowNo, problemsOfRow(row)]))
  const path = pathOfContent(batch.file.hash)
  return {
    name: `${stem}（标出错误）.xlsx`,
    bytes: await atDesk('reading', (ask) => ask('mark', { path, kind, bad })),
  }
}
