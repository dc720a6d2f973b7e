import { batched } from '../graphql/batched.ts'
import { db } from '../data/db.ts'

/**
 * What looks wrong in logs without forbidding them (BR-15), by their ids: another log of the same adviser, community,
 * day, type and topic.
 */
export async function warningsAmong(ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.$queryRaw<{ id: string; twins: number }[]>`
    SELECT a.id, count(*)::int AS twins
      FROM service_log a
      JOIN service_log b ON b.practitioner_id = a.practitioner_id AND b.occurred_on = a.occurred_on
       AND b.community_code = a.community_code AND b.type_code = a.type_code AND b.topic_code = a.topic_code
       AND b.id <> a.id AND b.status <> 'VOID'
     WHERE a.id = ANY(${[...ids]}::uuid[]) AND a.status <> 'VOID'
     GROUP BY a.id`
  return new Map(
    rows.map(({ id, twins }) => [id, [`同一天在本社区已有 ${twins} 篇同类型、同事项的日志，请核对是否重复。`]]),
  )
}

/** The warnings of one log: one question for a whole list. */
export const warningsOf = batched(warningsAmong)
