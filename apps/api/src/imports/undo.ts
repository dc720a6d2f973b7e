import { type ImportBatch, Prisma } from '@sitai/db/client'
import { now } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { notFound, raise, Refusal } from '../acts/refusal.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { importRefusals, visibleImports } from './import.access.ts'
import type { Plan } from './plan.ts'
import { plans } from './scene.ts'

/** A row that cannot be taken back, and why. */
export interface Obstacle {
  readonly rowNo: number
  readonly reason: string
}

/**
 * Takes a whole batch back: what it made goes, what it changed stands as before. All or nothing: when one record has
 * been changed since, or something hangs on a new one, nothing is undone and the Refusal UNDO_BLOCKED says which rows.
 */
export async function undoImport(viewer: Viewer, id: string): Promise<string> {
  try {
    return await write(viewer, 'undoImport', (tx) => undo(tx, viewer, id), { timeout: 600_000 })
  } catch (error) {
    if (error instanceof Refusal || !/23503|foreign key/i.test(error instanceof Error ? error.message : '')) throw error
    throw new Refusal('UNDO_BLOCKED', '有记录刚刚被别处用到，未撤销任何行。请重新载入后再看。')
  }
}

async function undo(tx: Tx, viewer: Viewer, id: string): Promise<string> {
  const batch = await tx.importBatch.findFirst({ where: { id, AND: visibleImports(viewer) } })
  if (!batch) throw notFound('次导入')
  raise(importRefusals.undoImport(viewer, batch))
  const plan = plans[batch.kind]
  const [table, key] = [Prisma.raw(`"${plan.table}"`), Prisma.raw(plan.key)]
  // Locked before the look at what happened since, so that nobody changes them in between.
  await tx.$executeRaw`
    SELECT FROM ${table} t WHERE t.${key}::text IN (SELECT entity_id FROM import_row WHERE batch_id = ${id}::uuid AND before IS NOT NULL)
       FOR UPDATE`
  const obstacles = await obstaclesOf(tx, batch)
  if (obstacles.length > 0) throw blocked(obstacles)
  await restoreChildren(tx, plan, id)
  await restoreRecords(tx, plan, id)
  const { count } = await tx.importBatch.updateMany({
    where: { id, status: 'COMMITTED' },
    data: { status: 'UNDONE', undoneAt: now() },
  })
  if (count === 0) throw new Refusal('STATE_CHANGED', '别人刚刚撤销了这一批。')
  return id
}

function blocked(obstacles: readonly Obstacle[]): Refusal {
  const first = obstacles
    .slice(0, 3)
    .map(({ rowNo, reason }) => `第${rowNo}行${reason}`)
    .join('；')
  return new Refusal(
    'UNDO_BLOCKED',
    `有 ${obstacles.length} 行不能撤销，因此整批未撤销：${first}${obstacles.length > 3 ? '等' : ''}。`,
  )
}

/** The rows that stand in the way of an undo, in their order; empty when the batch can be undone. */
export async function obstaclesOf(
  tx: Tx,
  { id, kind, requestId }: Pick<ImportBatch, 'id' | 'kind' | 'requestId'>,
): Promise<Obstacle[]> {
  const rows = await tx.$queryRaw<{ row_no: number; reason: string }[]>`
    SELECT row_no, reason FROM (
      SELECT r.row_no, CASE WHEN r.outcome = 'NEW' THEN ${hanging[kind]} END AS hangs,
             (SELECT format('在导入后被%s修改过', e.actor_name) FROM audit_event e
               WHERE e.entity_id = r.entity_id AND e.entity = ANY(${entities[kind]})
                 AND e.id > (SELECT max(b.id) FROM audit_event b WHERE b.request_id = ${requestId ?? ''})
               ORDER BY e.id DESC LIMIT 1) AS changed
        FROM import_row r WHERE r.batch_id = ${id}::uuid AND r.before IS NOT NULL
    ) t, LATERAL (SELECT coalesce(t.hangs, t.changed) AS reason) c
     WHERE reason IS NOT NULL ORDER BY row_no`
  return rows.map(({ row_no: rowNo, reason }) => ({ rowNo, reason }))
}

/** As obstaclesOf, for a page. */
export function undoObstacles(batch: Pick<ImportBatch, 'id' | 'kind' | 'requestId'>): Promise<Obstacle[]> {
  return obstaclesOf(db, batch)
}

const entities: Readonly<Record<ImportBatch['kind'], string[]>> = {
  FIRMS: ['firm', 'firm_inspection'],
  PRACTITIONERS: ['practitioner', 'firm_membership', 'practitioner_specialty', 'annual_assessment', 'sanction'],
  COMMUNITIES: ['community', 'community_demand'],
}

/** What hangs on a new record `r.entity_id`, in words. */
const hanging: Readonly<Record<ImportBatch['kind'], Prisma.Sql>> = {
  FIRMS: Prisma.sql`CASE
    WHEN EXISTS (SELECT FROM firm_membership m WHERE m.firm_id = r.entity_id::uuid) THEN '名下已有执业人员'
    WHEN EXISTS (SELECT FROM "grant" g WHERE g.firm_id = r.entity_id::uuid) THEN '已授权给账号'
    WHEN EXISTS (SELECT FROM pairing p WHERE p.firm_id_at_start = r.entity_id::uuid) THEN '已有结对' END`,
  PRACTITIONERS: Prisma.sql`CASE
    WHEN EXISTS (SELECT FROM pairing p WHERE p.practitioner_id = r.entity_id::uuid) THEN '已有结对'
    WHEN EXISTS (SELECT FROM account a WHERE a.practitioner_id = r.entity_id::uuid) THEN '已开通账号' END`,
  COMMUNITIES: Prisma.sql`CASE
    WHEN EXISTS (SELECT FROM pairing p WHERE p.community_code = r.entity_id) THEN '已有结对' END`,
}

/** Memberships, topics and assessments as they stood; those of new records go with them. */
async function restoreChildren(tx: Tx, plan: Plan, id: string) {
  const changed = Prisma.sql`import_row r WHERE r.batch_id = ${id}::uuid AND r.outcome = 'CHANGED' AND r.before IS NOT NULL`
  if (plan.table === 'practitioner') {
    await tx.$executeRaw`DELETE FROM firm_membership WHERE id IN (SELECT (r.before #>> '{membership,opened}')::uuid FROM ${changed})`
    await tx.$executeRaw`
      UPDATE firm_membership SET valid_to = NULL WHERE id IN (SELECT (r.before #>> '{membership,closed}')::uuid FROM ${changed})`
    await tx.$executeRaw`
      DELETE FROM annual_assessment a USING ${changed} AND r.entity_id::uuid = a.practitioner_id
         AND r.before #>> '{assessment,result}' IS NULL AND (r.before #>> '{assessment,year}')::int = a.year`
    await tx.$executeRaw`
      UPDATE annual_assessment a SET result = (r.before #>> '{assessment,result}')::assessment_result
        FROM ${changed} AND r.entity_id::uuid = a.practitioner_id
         AND r.before #>> '{assessment,result}' IS NOT NULL AND (r.before #>> '{assessment,year}')::int = a.year`
  }
  if (!plan.topics) return
  const [table, rank] = [Prisma.raw(`"${plan.topics.table}"`), Prisma.raw(plan.topics.rank)]
  const owner = Prisma.raw(plan.table === 'practitioner' ? 'practitioner_id' : 'community_code')
  const cast = Prisma.raw(plan.table === 'practitioner' ? '::uuid' : '')
  await tx.$executeRaw`
    DELETE FROM ${table} t USING ${changed} AND t.${owner} = r.entity_id${cast} AND jsonb_typeof(r.before -> 'topics') = 'array'
       AND NOT EXISTS (SELECT FROM jsonb_array_elements(r.before -> 'topics') x WHERE x ->> 'topicCode' = t.topic_code)`
  await tx.$executeRaw`
    INSERT INTO ${table} (${owner}, topic_code, ${rank})
    SELECT r.entity_id${cast}, x ->> 'topicCode', (x ->> 'rank')::int
      FROM import_row r, jsonb_array_elements(CASE jsonb_typeof(r.before -> 'topics') WHEN 'array' THEN r.before -> 'topics' ELSE '[]' END) x
     WHERE r.batch_id = ${id}::uuid AND r.outcome = 'CHANGED'
    ON CONFLICT (${owner}, topic_code) DO UPDATE SET ${rank} = EXCLUDED.${rank} WHERE ${table}.${rank} <> EXCLUDED.${rank}`
}

async function restoreRecords(tx: Tx, plan: Plan, id: string) {
  const [table, key] = [Prisma.raw(`"${plan.table}"`), Prisma.raw(plan.key)]
  const cast = Prisma.raw(plan.key === 'id' ? '::uuid' : '')
  const columns = plan.columns.map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  const sets = Prisma.join(columns.map((name) => Prisma.raw(`"${name}" = b."${name}"`)))
  await tx.$executeRaw`
    UPDATE ${table} t SET ${sets}, version = t.version + 1
      FROM import_row r, jsonb_populate_record(NULL::${table}, r.before -> 'row') b
     WHERE r.batch_id = ${id}::uuid AND r.outcome = 'CHANGED' AND r.before IS NOT NULL AND t.${key} = r.entity_id${cast}`
  await tx.$executeRaw`
    DELETE FROM ${table} WHERE ${key} IN (
      SELECT r.entity_id${cast} FROM import_row r WHERE r.batch_id = ${id}::uuid AND r.outcome = 'NEW' AND r.before IS NOT NULL)`
}
