import { todayIn } from '@sitai/rules/calendar'
import { Prisma } from '@sitai/db/client'
import { db } from '../data/db.ts'
import { today } from '../time/clock.ts'
import { midnightUtc } from '../time/dates.ts'

/** One thing that happened to a record, in the bureau's words. */
export interface TimelineEvent {
  readonly on: Date
  readonly kind: string
  readonly title: string
  readonly detail: string | null
}

/** Of whom or of what an event tells, and how it went. */
interface Told {
  readonly what: string | null
  readonly how: string | null
}

/** A kind of event: where its rows are, and what they are called. */
export interface TimelineSource {
  readonly kind: string
  /** SELECT when (an instant, or a day), what, how, why. */
  readonly rows: Prisma.Sql
  readonly title: (row: Told) => string
}

interface Row extends Told {
  /** The instant, or midnight UTC of the day. */
  readonly on: Date
  readonly kind: string
  readonly why: string | null
}

/** The most events shown; older ones are in the history. */
const most = 200

/**
 * One statement whatever there is to tell; newest first, never a day that has not come. Days become midnight UTC, which is
 * the morning of that day in Shanghai; what has an instant keeps its order within the day.
 */
export async function told(sources: readonly TimelineSource[]): Promise<TimelineEvent[]> {
  const parts = sources.map(
    ({ kind, rows }) => Prisma.sql`SELECT "on", ${kind}, what, how, why FROM (${rows}) AS t ("on", what, how, why)`,
  )
  const rows = await db.$queryRaw<Row[]>`
    SELECT "on", kind, what, how, why
      FROM (${Prisma.join(parts, ' UNION ALL ')}) AS told ("on", kind, what, how, why)
     WHERE "on" < ${today()}::date + 1 ORDER BY "on" DESC, kind, what DESC LIMIT ${most}`
  const titles = new Map(sources.map(({ kind, title }) => [kind, title]))
  return rows.map(({ on, kind, why, ...row }) => ({
    on: midnightUtc(todayIn(on)),
    kind,
    title: titles.get(kind)?.(row) ?? kind,
    detail: why || null,
  }))
}

/** The record's coming into the register; `row` is its table with the condition. */
export function registered(row: Prisma.Sql): TimelineSource {
  return {
    kind: 'REGISTERED',
    rows: Prisma.sql`SELECT created_at, NULL, NULL, NULL FROM ${row}`,
    title: () => '登记入册',
  }
}

/** The changes of a record's state, as the operation log has them. */
export function statusChanges(table: string, id: string, labels: Readonly<Record<string, string>>): TimelineSource {
  return {
    kind: `${table.toUpperCase()}_STATUS`,
    rows: Prisma.sql`
      SELECT at, NULL, after ->> 'status', reason FROM audit_event
       WHERE entity_id = ${id} AND entity = ${table} AND operation = 'UPDATE' AND after ? 'status'`,
    title: ({ how }) => `状态变更为「${labels[how ?? ''] ?? how ?? ''}」`,
  }
}
