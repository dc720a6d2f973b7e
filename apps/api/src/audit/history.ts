import { Prisma, type AuditEvent } from '@sitai/db/client'
import { db } from '../data/db.ts'
import type { BureauRecord } from '../records/record.ts'

/** One act upon a record: the lines of the log that it left, first first. */
export interface HistoryEntry {
  /** The number of its last line, by which entries are in order. */
  readonly key: bigint
  readonly events: readonly AuditEvent[]
}

interface HistoryPage {
  /** Entries older than this one. */
  readonly after?: bigint | undefined
  /** Entries newer than this one. */
  readonly before?: bigint | undefined
  readonly limit: number
  /** Oldest first. */
  readonly inverted: boolean
}

/**
 * What was done to a record, newest first: one entry for one act of one request, however many rows it touched (a
 * transfer ends one membership, begins another and changes the practitioner). Of a record that each place has for itself,
 * that of `place`.
 */
export async function historyOf(
  { table, parts, isPerPlace }: BureauRecord,
  id: string,
  place: string,
  { after, before, limit, inverted }: HistoryPage,
): Promise<HistoryEntry[]> {
  // A job of the night bears the same number every night: its acts are told apart by their day.
  const entries = await db.$queryRaw<{ lines: string[] }[]>`
    SELECT array_agg(id::text ORDER BY id) AS lines FROM audit_event
     WHERE entity_id = ${id} AND entity IN (${Prisma.join([table, ...Object.keys(parts ?? {})])})
       ${isPerPlace ? Prisma.sql`AND division_code = ${place}` : Prisma.empty}
     GROUP BY request_id, act, (at AT TIME ZONE 'Asia/Shanghai')::date
    HAVING (${after ?? null}::bigint IS NULL OR max(id) < ${after ?? null}::bigint)
       AND (${before ?? null}::bigint IS NULL OR max(id) > ${before ?? null}::bigint)
     ORDER BY max(id) ${inverted ? Prisma.sql`ASC` : Prisma.sql`DESC`} LIMIT ${limit}`
  const found = await db.auditEvent.findMany({
    where: { id: { in: entries.flatMap(({ lines }) => lines.map(BigInt)) } },
  })
  const byId = new Map(found.map((event) => [String(event.id), event]))
  return entries.map(({ lines }) => ({
    key: BigInt(lines.at(-1) ?? 0),
    events: lines.flatMap((line) => byId.get(line) ?? []),
  }))
}
