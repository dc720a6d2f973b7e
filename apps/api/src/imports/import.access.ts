import type { ImportBatch, Prisma } from '@sitai/db/client'
import { may } from '../access/acts.ts'
import { within } from '../access/place.ts'
import { letFilesBeSeen } from '../files/file.access.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Refusals } from '../acts/refusals.ts'
import type { Viewer } from '../access/viewer.ts'

/** The imports of one's place, for those who may import; nobody else sees any. */
export function visibleImports(viewer: Viewer): Prisma.ImportBatchWhereInput {
  return { divisionCode: may(viewer, 'import:write') ? within(viewer.divisionCode) : { in: [] } }
}

letFilesBeSeen((viewer) => ({ importBatches: { some: visibleImports(viewer) } }))

type Standing = Pick<ImportBatch, 'status' | 'newRows' | 'changedRows' | 'purgedAt'>

/** Only what has been checked, has something to write, and was not written yet. */
function refuseCommit({ status, newRows, changedRows, purgedAt }: Standing): Refusal | null {
  if (purgedAt) return new Refusal('GONE', '已超过7天，各行已清除。请重新上传。')
  if (status === 'COMMITTING') return new Refusal('STATE_CHANGED', '正在导入，请勿重复提交。')
  if (status === 'COMMITTED' || status === 'UNDONE')
    return new Refusal('STATE_CHANGED', '这一批已经导入过了，不能再次提交。')
  if (status !== 'CHECKED') return new Refusal('STATE_CHANGED', '这一批还没有检查完，不能提交。')
  if (newRows + changedRows === 0) return new Refusal('NOTHING_TO_DO', '没有可新增或更新的行。')
  return null
}

/** Undoing needs the values before, which are kept for seven days. */
export function refuseUndo({ status, purgedAt }: Pick<ImportBatch, 'status' | 'purgedAt'>): Refusal | null {
  if (status === 'COMMITTED') return purgedAt ? new Refusal('GONE', '已超过7天，不能再整批撤销。请逐条修改。') : null
  return new Refusal('STATE_CHANGED', status === 'UNDONE' ? '这一批已经撤销过了。' : '这一批还没有导入，不用撤销。')
}

/** What may be done with an import, by those who see it. */
export const importRefusals = {
  commitImport: (_viewer, batch) => refuseCommit(batch),
  undoImport: (_viewer, batch) => refuseUndo(batch),
} satisfies Refusals<Standing>
