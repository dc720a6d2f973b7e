import { Prisma } from '@sitai/db/client'
import { today } from '../time/clock.ts'
import { labelSql } from '../dictionaries/inPlace.ts'
import { db } from '../data/db.ts'
import { eventOf, type TimelineEvent, type TimelineRow } from './timeline.ts'

/** The most events shown; older ones are in the history. */
const most = 200

/**
 * One statement whatever there is to tell; newest first, never a day that has not come. Days become midnight UTC, which is
 * the morning of that day in Shanghai; what has an instant keeps its order within the day.
 */
async function told(parts: readonly Prisma.Sql[]): Promise<TimelineEvent[]> {
  const rows = await db.$queryRaw<TimelineRow[]>`
    SELECT "on", kind, what, how, why FROM (${Prisma.join([...parts], ' UNION ALL ')}) AS told
     WHERE "on" < ${today()}::date + 1 ORDER BY "on" DESC, kind, what DESC LIMIT ${most}`
  return rows.map(eventOf)
}

function statusChanges(entity: string, id: string) {
  return Prisma.sql`
    SELECT at, ${`${entity.toUpperCase()}_STATUS`}, NULL, after ->> 'status', reason FROM audit_event
     WHERE entity_id = ${id} AND entity = ${entity} AND operation = 'UPDATE' AND after ? 'status'`
}

/** Why a pairing ended, in the words of the place. */
const ground = labelSql('TERMINATION_GROUND', Prisma.sql`c.code`, Prisma.sql`p.end_ground`)

/** Beginnings, ends and pauses of pairings, named by the other side. */
function pairings(which: Prisma.Sql, name: Prisma.Sql) {
  const from = Prisma.sql`
    FROM pairing p JOIN community c ON c.code = p.community_code JOIN practitioner q ON q.id = p.practitioner_id`
  return [
    Prisma.sql`
      SELECT p.term_from AS "on", CASE WHEN p.predecessor_id IS NULL THEN 'PAIRED' ELSE 'RENEWED' END AS kind,
             ${name} AS what, p.seat::text AS how, NULL AS why
        ${from} WHERE ${which} AND p.status NOT IN ('PROPOSED', 'REJECTED')`,
    Prisma.sql`
      SELECT p.ends_on, 'PAIRING_ENDED', ${name}, p.status::text, coalesce(${ground}, p.end_ground)
        ${from} WHERE ${which} AND p.status IN ('ENDED', 'TERMINATED')`,
    Prisma.sql`
      SELECT s.valid_from, 'PAUSED', ${name}, NULL, s.reason ${from} JOIN pairing_pause s ON s.pairing_id = p.id WHERE ${which}`,
    Prisma.sql`
      SELECT s.valid_to, 'RESUMED', ${name}, NULL, NULL ${from} JOIN pairing_pause s ON s.pairing_id = p.id
       WHERE ${which} AND s.valid_to IS NOT NULL`,
  ]
}

/** The story of a practitioner: licence, firms, assessments, sanctions, pairings, states. */
export function practitionerTimeline(id: string): Promise<TimelineEvent[]> {
  const own = Prisma.sql`practitioner_id = ${id}::uuid`
  return told([
    ...pairings(Prisma.sql`p.practitioner_id = ${id}::uuid`, Prisma.sql`c.name`),
    Prisma.sql`SELECT first_licensed_on, 'LICENSED', NULL, NULL, NULL FROM practitioner WHERE id = ${id}::uuid AND first_licensed_on IS NOT NULL`,
    Prisma.sql`SELECT created_at, 'REGISTERED', NULL, NULL, NULL FROM practitioner WHERE id = ${id}::uuid`,
    Prisma.sql`SELECT m.valid_from, 'JOINED', f.name, NULL, NULL FROM firm_membership m JOIN firm f ON f.id = m.firm_id WHERE m.${own}`,
    Prisma.sql`SELECT m.valid_to, 'LEFT', f.name, NULL, NULL FROM firm_membership m JOIN firm f ON f.id = m.firm_id WHERE m.${own} AND m.valid_to IS NOT NULL`,
    Prisma.sql`SELECT created_at, 'ASSESSED', year::text, result::text, NULL FROM annual_assessment WHERE ${own}`,
    Prisma.sql`SELECT valid_from, 'SANCTIONED', NULL, kind::text, concat_ws('，', reason, document_no) FROM sanction WHERE ${own}`,
    Prisma.sql`SELECT valid_to, 'SANCTION_ENDED', NULL, kind::text, NULL FROM sanction WHERE ${own} AND valid_to IS NOT NULL`,
    statusChanges('practitioner', id),
  ])
}

/** The story of a firm. Its people and why its state changed are told to `insiders` only. */
export function firmTimeline(id: string, insiders: boolean): Promise<TimelineEvent[]> {
  const own = Prisma.sql`m.firm_id = ${id}::uuid`
  const people = [
    Prisma.sql`SELECT m.valid_from, 'MEMBER_JOINED', q.name, NULL, NULL FROM firm_membership m JOIN practitioner q ON q.id = m.practitioner_id WHERE ${own}`,
    Prisma.sql`SELECT m.valid_to, 'MEMBER_LEFT', q.name, NULL, NULL FROM firm_membership m JOIN practitioner q ON q.id = m.practitioner_id WHERE ${own} AND m.valid_to IS NOT NULL`,
    statusChanges('firm', id),
  ]
  return told([
    Prisma.sql`SELECT set_up_on AS "on", 'SET_UP' AS kind, NULL AS what, NULL AS how, NULL AS why FROM firm WHERE id = ${id}::uuid AND set_up_on IS NOT NULL`,
    Prisma.sql`SELECT created_at, 'REGISTERED', NULL, NULL, NULL FROM firm WHERE id = ${id}::uuid`,
    Prisma.sql`SELECT created_at, 'INSPECTED', year::text, result::text, NULL FROM firm_inspection WHERE firm_id = ${id}::uuid`,
    ...(insiders ? people : []),
  ])
}

/** The story of a community: its advisers and its own states. */
export function communityTimeline(code: string): Promise<TimelineEvent[]> {
  return told([
    ...pairings(Prisma.sql`p.community_code = ${code}`, Prisma.sql`q.name`),
    Prisma.sql`SELECT created_at, 'REGISTERED', NULL, NULL, NULL FROM community WHERE code = ${code}`,
    statusChanges('community', code),
  ])
}
