import { Prisma } from '@sitai/db/client'
import { daysBetween } from '@sitai/rules/calendar'
import { KEPT_VISIT_STATES } from '@sitai/rules/machines'
import type { Figure } from '@sitai/rules/overview'
import { SERVED_PAIRING_STATES } from '@sitai/rules/pairing'
import { dayOf } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { labelsAmong } from '../dictionaries/inPlace.ts'
import { literals } from '../data/sql.ts'
import { type Detail, whatOf } from './factWords.ts'
import { byLight, countings, isCount } from './figures.sql.ts'
import { rolledLights } from './lights.sql.ts'
import { tally } from './numbers.ts'
import type { Overview } from './overview.ts'
import { type Page, placeOf } from './pages.ts'
import { factsOf, type Narrowing, type Source } from './sources.sql.ts'
import { frameOf } from './span.sql.ts'

/** One fact behind a number, in a line: where, who, when, what, how much. No content of a log, no citizen. */
export interface OverviewFact {
  readonly id: string
  readonly communityCode: string
  readonly communityName: string
  readonly streetName: string
  readonly practitionerId: string | null
  readonly practitionerName: string | null
  /** Where that person is now; the fact stays with the firm of its day. */
  readonly presentFirmId: string | null
  readonly firmName: string | null
  readonly pairingId: string | null
  readonly visitId: string | null
  readonly serviceLogId: string | null
  readonly happenedOn: Date | null
  /** Without a lead, or without a visit, since this day; null when it never was otherwise. */
  readonly since: Date | null
  readonly days: number | null
  readonly amount: number
  readonly light: 'RED' | 'YELLOW' | 'GREEN' | null
  readonly what: string
}

interface Row extends Detail {
  fact_id: string
  community_code: string
  community_name: string
  street_name: string
  practitioner_id: string | null
  practitioner_name: string | null
  present_firm_id: string | null
  firm_name: string | null
  pairing_id: string | null
  visit_id: string | null
  log_id: string | null
  happened_on: Date | null
  since: Date | null
  amount: number
}

/** The facts a figure counts, from the same definition as the number. */
function counted({ span, scope }: Overview, figure: Figure, narrowing: Narrowing = {}): Prisma.Sql {
  const { source, where, amount } = countings[figure]
  return Prisma.sql`
    select fact.*, ${amount} as amount from (${factsOf(source, frameOf(span), scope, narrowing, rolledLights)}) fact where ${where}`
}

/** How many facts a figure counts and what they add up to: the number on the page. */
export async function totalOf(overview: Overview, figure: Figure): Promise<{ count: number; amount: number }> {
  const { scope, span, satisfactionMinResponses } = overview
  // Of a firm nothing is rolled up: one source is counted sooner than all.
  if (scope.firmId === null && isCount(figure)) {
    const number = (await tally(scope, [{ key: 'now', span }], satisfactionMinResponses)).of('now')[figure]
    return { count: number, amount: number }
  }
  const [row] = await db.$queryRaw<{ count: number; amount: number }[]>(Prisma.sql`
    select count(*)::int as count, coalesce(sum(fact.amount), 0)::float8 as amount from (${counted(overview, figure)}) fact`)
  return row ?? { count: 0, amount: 0 }
}

/** A page of a figure's facts: what is red longest first, else the latest first. */
export async function factsOfFigure(overview: Overview, figure: Figure, page: Page): Promise<OverviewFact[]> {
  const { source } = countings[figure]
  const { narrowing, skipped } = await placeOf(frameOf(overview.span), overview.scope, figure, page)
  const { detail, since, order } = shapes[source]
  // Names are looked up for the facts of the page only.
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    select fact.fact_id, fact.community_code, c.name as community_name, s.name as street_name,
           fact.practitioner_id, person.name as practitioner_name, person.firm_id as present_firm_id, firm.name as firm_name,
           fact.pairing_id, fact.visit_id, fact.log_id, fact.happened_on, fact.amount::float8 as amount,
           ${detail}, fact.since, fact.visited_on
      from (
        select * from (
          select fact.*, more.* from (${counted(overview, figure, narrowing)}) fact left join lateral (${since}) more on true) fact
         order by ${order}, fact.community_code, fact.fact_id limit ${page.limit} offset ${page.offset - skipped}) fact
      join community c on c.code = fact.community_code
      join street s on s.code = c.street_code
      left join practitioner person on person.id = fact.practitioner_id
      left join firm on firm.id = fact.firm_id
     order by ${order}, fact.community_code, fact.fact_id`)
  const isRatingShown =
    figure !== 'RATINGS' || (await totalOf(overview, figure)).count >= overview.satisfactionMinResponses
  const labelsOf = await labelsAmong(rows.flatMap((row) => (row.log_id ? [row.community_code] : [])))
  const { months } = frameOf(overview.span)
  const withRating = figure === 'RATINGS' && isRatingShown
  return rows.map((row) => ({
    id: row.fact_id,
    communityCode: row.community_code,
    communityName: row.community_name,
    streetName: row.street_name,
    practitionerId: row.practitioner_id,
    practitionerName: row.practitioner_name,
    presentFirmId: row.present_firm_id,
    firmName: row.firm_name,
    pairingId: row.pairing_id,
    visitId: row.visit_id,
    serviceLogId: row.log_id,
    happenedOn: row.happened_on,
    since: row.since,
    days: row.since ? daysBetween(dayOf(row.since), overview.span.until) : null,
    amount: row.amount,
    light: lightOf(row),
    what: whatOf(row, { months, labels: labelsOf.get(row.community_code.slice(0, 6)), withRating }),
  }))
}

function lightOf(row: Row): OverviewFact['light'] {
  if (row.is_red || row.status === 'RED') return 'RED'
  if (row.is_yellow || row.status === 'YELLOW') return 'YELLOW'
  if (row.covered || row.status === 'MET') return 'GREEN'
  return null
}

interface Shape {
  /** The columns that `whatOf` reads. */
  readonly detail: Prisma.Sql
  readonly since: Prisma.Sql
  readonly order: Prisma.Sql
}

const noSince = Prisma.sql`select null::date as since, null::date as visited_on`
const latest = Prisma.sql`fact.happened_on desc`
const kept = literals(KEPT_VISIT_STATES)

const shapes: Readonly<Record<Source, Shape>> = {
  community: {
    detail: Prisma.sql`fact.covered, fact.uncovered, fact.is_red, fact.is_yellow, fact.is_late_red, fact.late_in::int as late_in`,
    since: Prisma.sql`
      select case
        when fact.uncovered then (
          select max(p.ends_on) from pairing p
           where p.community_code = fact.community_code and p.seat = 'LEAD'
             and p.status in (${literals(SERVED_PAIRING_STATES)}) and p.ends_on <= fact.until)
        when fact.is_red or fact.is_yellow then coalesce(visited.it, (select p.term_from from pairing p where p.id = fact.pairing_id))
        end as since, visited.it as visited_on
        from (
          select max(v.planned_on) as it from visit v
           where v.pairing_id = fact.pairing_id and v.status in (${kept}) and v.planned_on <= fact.until) visited`,
    order: Prisma.sql`${byLight}, fact.since asc nulls first`,
  },
  month: { detail: Prisma.sql`fact.status, fact.kept, fact.visits_per_month`, since: noSince, order: latest },
  visit: { detail: Prisma.sql`fact.minutes`, since: noSince, order: latest },
  log: {
    detail: Prisma.sql`fact.type_code, fact.topic_code, fact.persons, fact.items, fact.sessions, fact.rating`,
    since: noSince,
    order: latest,
  },
}
