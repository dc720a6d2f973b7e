import type { ImportBatch, ImportKind, ImportRowOutcome } from '@sitai/db/client'
import { pathOfContent } from '../files/content.ts'
import { storeFile, type IncomingFile } from '../files/file.ts'
import { db } from '../data/db.ts'
import { Refusal } from '../acts/refusal.ts'
import { settingsOf } from '../settings/settings.ts'
import { atDesk } from '../sheets/sheetDesk.ts'
import { runLater } from '../jobs/queue.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type SystemWriter } from '../acts/write.ts'
import { insertRows } from './bulk.ts'
import { type Judged, slices } from './plan.ts'
import { sealCells } from './rows.ts'
import { plans, sceneOf } from './scene.ts'
import { dropIncoming } from '../files/content.ts'

/**
 * Takes a workbook in and begins its dry run; answers the batch's id. A hostile or unreadable file is refused at once
 * and leaves nothing behind. The dry run goes on by itself: CHECKING, then CHECKED or FAILED.
 */
export async function startImport(viewer: Viewer, kind: ImportKind, incoming: IncomingFile): Promise<string> {
  try {
    const { importRowCap: most } = await settingsOf(viewer.divisionCode)
    await atDesk('reading', (ask) => ask('check', { path: incoming.path, kind, most }))
  } catch (error) {
    await dropIncoming(incoming.path)
    throw error
  }
  const fileId = await storeFile(viewer, incoming, 'SHEET')
  const { accountId, divisionCode } = viewer
  const { id } = await write(viewer, 'startImport', async (tx) => {
    const { name } = await tx.storedFile.findUniqueOrThrow({ where: { id: fileId } })
    return tx.importBatch.create({
      data: { kind, divisionCode, accountId, fileId, fileName: name, status: 'CHECKING' },
    })
  })
  runLater('checkImport', () => checkImport(id))
  return id
}

/** The clerk's own machine, for what goes on when the request is over. */
export function importWriter({
  divisionCode,
  accountId,
  requestId,
}: Pick<ImportBatch, 'divisionCode' | 'accountId' | 'requestId'>): SystemWriter {
  return { system: 'Excel 导入', requestId: requestId ?? 'import', divisionCode, accountId }
}

/** The dry run: reads, judges against the register, keeps each row with its outcome. Runs anew from the start at any time. */
export async function checkImport(id: string): Promise<void> {
  const batch = await db.importBatch.findUniqueOrThrow({ where: { id }, include: { file: true } })
  const writer = importWriter(batch)
  try {
    const plan = plans[batch.kind]
    const path = pathOfContent(batch.file.hash)
    const { rows, ignored } = await atDesk('reading', (ask) => ask('read', { path, kind: batch.kind }))
    await noteChecked(batch, { totalRows: rows.length, doneRows: 0 })
    const judged = await plan.judge(db, await sceneOf(db, batch.divisionCode, batch.verified), rows)
    await write(
      writer,
      'checkImport',
      async (tx) => {
        await tx.importRow.deleteMany({ where: { batchId: id } })
        const columns = ['batchId', 'rowNo', 'cells', 'outcome', 'problems', 'changes', 'entityId']
        let doneRows = 0
        for (const slice of slices(judged, 1000)) {
          await insertRows(
            tx,
            'import_row',
            columns,
            slice.map((row) => rowOf(batch, row)),
          )
          doneRows += slice.length
          await noteChecked(batch, { doneRows })
        }
        await tx.importBatch.updateMany({
          where: { id, status: { in: ['UPLOADED', 'CHECKING'] } },
          data: {
            status: 'CHECKED',
            totalRows: rows.length,
            doneRows: 0,
            ignoredColumns: [...ignored],
            problem: null,
            ...countsOf(judged),
          },
        })
      },
      { timeout: 120_000 },
    )
  } catch (error) {
    const problem = error instanceof Refusal ? error.message : '检查时系统出错，请重新上传；若仍不行，请联系管理员。'
    await write(writer, 'checkImport', (tx) =>
      tx.importBatch.updateMany({ where: { id }, data: { status: 'FAILED', problem } }),
    )
    if (!(error instanceof Refusal)) throw error
  }
}

/** How far the dry run is, for the progress bar: written beside its transaction, so that others see it while it runs. */
async function noteChecked(batch: ImportBatch, data: { readonly totalRows?: number; readonly doneRows: number }) {
  await write(importWriter(batch), 'checkImport', (tx) =>
    tx.importBatch.updateMany({ where: { id: batch.id, status: 'CHECKING' }, data }),
  )
}

function rowOf({ id, kind }: ImportBatch, { rowNo, cells, outcome, problems, changes, entityId }: Judged) {
  return { batchId: id, rowNo, cells: sealCells(kind, cells), outcome, problems, changes, entityId }
}

/** How many rows of each outcome. */
export function countsOf(judged: readonly Judged[]) {
  const count = (outcome: ImportRowOutcome) => judged.filter((row) => row.outcome === outcome).length
  return { newRows: count('NEW'), changedRows: count('CHANGED'), sameRows: count('SAME'), badRows: count('BAD') }
}
