/** Writing what was judged: a handful of statements for each thousand rows, and what undoing them needs. */
import { randomUUID } from 'node:crypto'
import { type ImportBatch, Prisma } from '@sitai/db/client'
import { changedMeanwhile } from '../acts/refusal.ts'
import type { Tx } from '../acts/write.ts'
import { insertRows, tableJson, type TableRow, updateRows } from './bulk.ts'
import { type Judged, type Plan, slices, type Step } from './plan.ts'

type Chosen = Judged & { readonly step: Step }

/**
 * Writes the new and changed rows in this transaction. Refusal VERSION_CONFLICT when somebody changed one of the
 * records after it was judged. `progress` is told how many rows are done.
 */
export async function applySteps(
  tx: Tx,
  plan: Plan,
  judged: readonly Judged[],
  batch: Pick<ImportBatch, 'id'>,
  progress: (done: number) => Promise<void>,
): Promise<void> {
  let done = 0
  for (const slice of slices(judged, 500)) {
    const chosen = slice.filter((row): row is Chosen => row.step !== null && row.outcome !== 'SAME')
    await writeRecords(tx, plan, chosen)
    const opened = await writeMemberships(tx, chosen)
    await writeTopics(tx, plan, chosen)
    await writeAssessments(tx, chosen)
    await rememberRows(tx, plan, batch.id, slice, opened)
    done += slice.length
    await progress(done)
  }
}

async function writeRecords(tx: Tx, plan: Plan, rows: readonly Chosen[]) {
  const fresh = rows.filter(({ step }) => step.standing === null).map(({ step }) => step.row)
  const changed = rows.filter(({ step }) => step.standing !== null).map(({ step }) => step.row)
  const columns = plan.key === 'id' ? ['id', ...plan.columns] : plan.columns
  // Everything an import does not know has its default in the database.
  await insertRows(tx, plan.table, columns, fresh)
  const count = await updateRows(tx, plan.table, plan.key, plan.columns, changed)
  if (count !== changed.length) throw changedMeanwhile()
}

/** Opens memberships, closing the one before; answers the id of each opened one by its practitioner. */
async function writeMemberships(tx: Tx, rows: readonly Chosen[]): Promise<Map<string, string>> {
  const opening = rows.flatMap(({ step }) =>
    step.children.membership
      ? [{ id: randomUUID(), practitionerId: String(step.row['id']), ...step.children.membership }]
      : [],
  )
  const closing = opening.flatMap(({ closes, validFrom }) =>
    closes === null ? [] : [{ id: closes, validTo: validFrom }],
  )
  if (closing.length > 0) {
    await tx.$executeRaw`
      UPDATE firm_membership m SET valid_to = r.valid_to
        FROM jsonb_populate_recordset(NULL::firm_membership, ${JSON.stringify(closing.map(tableJson))}::jsonb) r
       WHERE m.id = r.id`
  }
  await insertRows(tx, 'firm_membership', ['id', 'practitionerId', 'firmId', 'validFrom'], opening)
  return new Map(opening.map(({ practitionerId, id }) => [practitionerId, id]))
}

/** Brings the topics of each record to what they should be; equal ones stay untouched and leave no audit line. */
async function writeTopics(tx: Tx, { topics, key }: Plan, rows: readonly Chosen[]) {
  if (!topics) return
  const { table, owner, rank } = topics
  const come: TableRow[] = []
  const gone: TableRow[] = []
  for (const { step } of rows) {
    const { topics: wanted, standingTopics = [] } = step.children
    if (!wanted) continue
    const ownerId = step.row[key]
    const before = new Map(standingTopics.map((topic) => [topic.topicCode, topic.rank]))
    const after = new Set(wanted.map(({ topicCode }) => topicCode))
    for (const topic of wanted) {
      if (before.get(topic.topicCode) !== topic.rank)
        come.push({ [owner]: ownerId, topicCode: topic.topicCode, [rank]: topic.rank })
    }
    for (const code of before.keys()) if (!after.has(code)) gone.push({ [owner]: ownerId, topicCode: code })
  }
  await deleteTopics(tx, table, owner, gone)
  const update = Prisma.raw(`ON CONFLICT (${snakeOwner(owner)}, topic_code) DO UPDATE SET ${rank} = EXCLUDED.${rank}`)
  await insertRows(tx, table, [owner, 'topicCode', rank], come, update)
}

const snakeOwner = (owner: string) => (owner === 'practitionerId' ? 'practitioner_id' : 'community_code')

export async function deleteTopics(tx: Tx, table: string, owner: string, gone: readonly TableRow[]) {
  if (gone.length === 0) return
  const [name, column] = [Prisma.raw(`"${table}"`), Prisma.raw(snakeOwner(owner))]
  await tx.$executeRaw`
    DELETE FROM ${name} t USING jsonb_populate_recordset(NULL::${name}, ${JSON.stringify(gone.map(tableJson))}::jsonb) r
     WHERE t.${column} = r.${column} AND t.topic_code = r.topic_code`
}

async function writeAssessments(tx: Tx, rows: readonly Chosen[]) {
  const results = rows.flatMap(({ step }) => {
    const { assessment } = step.children
    if (!assessment) return []
    return [{ id: randomUUID(), practitionerId: step.row['id'], year: assessment.year, result: assessment.result }]
  })
  const update = Prisma.sql`ON CONFLICT (practitioner_id, year) DO UPDATE SET result = EXCLUDED.result`
  await insertRows(tx, 'annual_assessment', ['id', 'practitionerId', 'year', 'result'], results, update)
}

/** Keeps with each import row which record it made or changed, and how that stood. */
async function rememberRows(
  tx: Tx,
  plan: Plan,
  batchId: string,
  rows: readonly Judged[],
  opened: ReadonlyMap<string, string>,
) {
  const kept = rows.map(({ rowNo, outcome, problems, changes, step }) => {
    const id = step && outcome !== 'BAD' ? String(step.row[plan.key]) : null
    const { topics, standingTopics, membership, assessment } = step?.children ?? {}
    const before =
      step && (outcome === 'NEW' || outcome === 'CHANGED')
        ? {
            row: step.standing ? tableJson(step.standing) : null,
            topics: topics ? standingTopics : null,
            membership: membership ? { opened: opened.get(id ?? '') ?? null, closed: membership.closes } : null,
            assessment: assessment ? { year: assessment.year, result: assessment.standing } : null,
          }
        : null
    return { batchId, rowNo, outcome, problems, changes, entityId: id, before }
  })
  await tx.$executeRaw`
    UPDATE import_row t SET outcome = r.outcome, problems = r.problems, changes = r.changes, entity_id = r.entity_id, before = r.before
      FROM jsonb_populate_recordset(NULL::import_row, ${JSON.stringify(kept.map(tableJson))}::jsonb) r
     WHERE t.batch_id = r.batch_id AND t.row_no = r.row_no`
}
