import type { ImportBatch, ImportMode } from '@sitai/db/client'
import { db } from '../data/db.ts'
import { notFound, raise, Refusal } from '../acts/refusal.ts'
import { runLater } from '../jobs/queue.ts'
import { now } from '../time/clock.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { applySteps } from './apply.ts'
import { countsOf, importWriter } from './check.ts'
import { importRefusals, visibleImports } from './import.access.ts'
import { openCells } from './rows.ts'
import { plans, sceneOf } from './scene.ts'

export interface Committing {
  readonly mode: ImportMode
  /** New practitioners come in as ACTIVE, their papers having been seen; otherwise as PENDING_VERIFY. */
  readonly verified: boolean
}

/**
 * Begins to write a checked batch; answers its id. Of two people who press at once exactly one begins, the other is
 * refused. The writing goes on by itself, in one transaction: afterwards either all of it stands or none.
 */
export async function commitImport(viewer: Viewer, id: string, { mode, verified }: Committing): Promise<string> {
  const batch = await write(viewer, 'commitImport', async (tx) => {
    const found = await tx.importBatch.findFirst({ where: { id, AND: visibleImports(viewer) } })
    if (!found) throw notFound('次导入')
    raise(importRefusals.commitImport(viewer, found))
    if (mode === 'ALL_OR_NOTHING' && found.badRows > 0) {
      throw new Refusal('BAD_ROWS', `有 ${found.badRows} 行有错。请改正后重新上传，或选择“跳过有错的行”。`, ['mode'])
    }
    const data = {
      status: 'COMMITTING',
      mode,
      verified,
      requestId: viewer.requestId,
      doneRows: 0,
      problem: null,
    } as const
    const { count } = await tx.importBatch.updateMany({ where: { id, status: 'CHECKED' }, data })
    if (count === 0) throw new Refusal('STATE_CHANGED', '别人刚刚提交了这一批。')
    return { ...found, ...data }
  })
  runLater('commitImport', () => runCommit(viewer, batch))
  return id
}

/** Writes the batch. Whatever stops it is told in `problem`, and the batch can be committed again. */
async function runCommit(viewer: Viewer, batch: ImportBatch): Promise<void> {
  const { id, kind, mode, requestId } = batch
  try {
    await write(
      viewer,
      'commitImport',
      async (tx) => {
        await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${id}))::text`
        const rows = await tx.importRow.findMany({ where: { batchId: id }, orderBy: { rowNo: 'asc' } })
        const read = rows.map(({ rowNo, cells }) => ({ rowNo, cells: openCells(cells), problems: [] }))
        // Judged anew: the register may have changed since the dry run.
        const bad = new Set(rows.flatMap(({ rowNo, outcome }) => (outcome === 'BAD' ? [rowNo] : [])))
        const good = read.filter(({ rowNo }) => !bad.has(rowNo))
        const judged = await plans[kind].judge(tx, await sceneOf(tx, batch.divisionCode, batch.verified), good)
        const counts = countsOf(judged)
        if (counts.badRows > 0 && mode === 'ALL_OR_NOTHING') throw staleRows(counts.badRows)
        await applySteps(tx, plans[kind], judged, batch, (done) => noteProgress(batch, done))
        const { count } = await tx.importBatch.updateMany({
          where: { id, status: 'COMMITTING', requestId },
          data: {
            status: 'COMMITTED',
            committedAt: now(),
            doneRows: batch.totalRows,
            ...counts,
            badRows: bad.size + counts.badRows,
          },
        })
        if (count === 0) throw new Refusal('STATE_CHANGED', '这一批的状态已变，未写入任何数据。')
      },
      { timeout: 600_000 },
    )
  } catch (error) {
    const problem =
      error instanceof Refusal
        ? error.message
        : '导入时系统出错，未写入任何数据。请再提交一次；若仍不行，请联系管理员。'
    await putBack(
      batch,
      `${problem.replace(/[。]?$/u, '。')}未写入任何数据。`.replace(
        '未写入任何数据。未写入任何数据。',
        '未写入任何数据。',
      ),
    )
    if (!(error instanceof Refusal)) throw error
  }
}

function staleRows(count: number): Refusal {
  return new Refusal('BAD_ROWS', `检查之后登记有变化，又有 ${count} 行不能导入，请重新检查。`)
}

async function putBack(batch: ImportBatch, problem: string): Promise<void> {
  await write(importWriter(batch), 'commitImport', (tx) =>
    tx.importBatch.updateMany({
      where: { id: batch.id, status: 'COMMITTING', requestId: batch.requestId },
      data: { status: 'CHECKED', doneRows: 0, problem },
    }),
  )
}

/** How far it is, for the progress bar: written beside the transaction, so that others see it while it runs. */
async function noteProgress(batch: ImportBatch, doneRows: number): Promise<void> {
  await write(importWriter(batch), 'commitImport', (tx) =>
    tx.importBatch.updateMany({ where: { id: batch.id, status: 'COMMITTING' }, data: { doneRows } }),
  )
}

/**
 * At the start of the server: a dry run that was cut off runs again; a commit that was cut off wrote nothing, and waits
 * to be pressed once more. One that another server is writing at this moment is left alone.
 */
export async function recoverImports(check: (id: string) => Promise<void>): Promise<void> {
  const cut = await db.importBatch.findMany({ where: { status: { in: ['UPLOADED', 'CHECKING', 'COMMITTING'] } } })
  for (const batch of cut) {
    if (batch.status !== 'COMMITTING') {
      runLater('checkImport', () => check(batch.id))
      continue
    }
    const isFree = await db.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<
        { free: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(hashtext(${batch.id})) AS free`
      return row?.free === true
    })
    if (isFree) await putBack(batch, '上次导入被中断，未写入任何数据。请再提交一次。')
  }
}
