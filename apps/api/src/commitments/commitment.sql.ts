import { Prisma } from '@sitai/db/client'
import type { JudgedMonth } from '@sitai/rules/commitment'
import { KEPT_VISIT_STATES } from '@sitai/rules/machines'
import { SERVED_PAIRING_STATES } from '@sitai/rules/pairing'
import type { Settings } from '@sitai/rules/settings'
import { codeWithin } from '../access/place.ts'
import { literals, tableOf } from '../data/sql.ts'

/** The numbers of BR-12 in one district. The districts of a call must not contain one another. */
export interface CommitmentRules extends Pick<Settings, 'termStartDay' | 'yellowFromDay'> {
  readonly divisionCode: string
}

/** A table `(no, month, judged_on, is_running)` of months to judge; `no` is the place in the list. */
export function judgedTable(months: readonly JudgedMonth[]): Prisma.Sql {
  return tableOf(
    { no: 'int', month: 'date', judged_on: 'date', is_running: 'boolean' },
    months.map(({ month, judgedOn, isRunning }, no) => ({
      no,
      month: `${month}-01`,
      judged_on: judgedOn,
      is_running: isRunning,
    })),
  )
}

/** Whether a day falls into a row of `judged` (`judgedTable(months)`), no later than it is judged. */
export function inMonth(column: string, months: readonly JudgedMonth[]): Prisma.Sql {
  const day = Prisma.raw(column)
  // A single month is a range, which the planner can weigh; several are found by their first days.
  if (months.length === 1) return Prisma.sql`${day} between judged.month and judged.judged_on`
  return Prisma.sql`date_trunc('month', ${day}::timestamp)::date = judged.month and ${day} <= judged.judged_on`
}

/** Which months of which pairings are judged. */
export interface PairingMonths {
  readonly months: readonly JudgedMonth[]
  /** Of all districts of the place; where they are alike, they go for every community. */
  readonly rules: readonly CommitmentRules[]
  /** A division code, or several: the pairings of its communities. */
  readonly place: string | readonly string[]
  /** A further condition on `pairing p`. */
  readonly where?: Prisma.Sql
  /** A table `(community_code, no)`: only these communities, each in this month of the list. */
  readonly among?: Prisma.Sql
  /** The name of a row of `pairing` in the query around it: only this pairing. */
  readonly row?: string
}

/**
 * The monthly commitment (BR-12) in SQL, the twin of `monthStatus` in @sitai/rules/commitment: a row for each pairing
 * and month that is owed, with `status` MET, DUE, YELLOW or RED. What is not owed has no row. Columns:
 * no, month, judged_on, is_running, pairing_id, community_code, practitioner_id, firm_id (of the judged day, BR-42),
 * visits_per_month, kept, status. A property test holds the two against each other.
 *
 * The visits are looked up for each pairing and month: it is as fast as counting those of the place together, and stays
 * so where the planner thinks that a place has next to nothing, as it does of a district in a country.
 */
export function pairingMonths({ months, rules, place, where, among, row }: PairingMonths): Prisma.Sql {
  const pairing = Prisma.raw(row ? `lateral (select ${row}.*)` : 'pairing')
  const isAmong =
    among && Prisma.sql`(p.community_code, judged.no) in (select it.community_code, it.no from (${among}) it)`
  return Prisma.sql`
    select judged.no, judged.month, judged.judged_on, judged.is_running,
           p.id as pairing_id, p.community_code, p.practitioner_id,
           ${firmOn('judged.judged_on')} as firm_id,
           p.visits_per_month, k.kept,
           case when k.kept >= p.visits_per_month then 'MET'
                when not judged.is_running then 'RED'
                when extract(day from judged.judged_on) >= rules.yellow then 'YELLOW'
                else 'DUE' end as status
      from ${judgedTable(months)} judged
      join ${pairing} p
        on p.term_from <= judged.judged_on and judged.judged_on < p.ends_on
       and p.status in (${literals(SERVED_PAIRING_STATES)})
       and p.visits_per_month > 0
       and ${codeWithin('p.community_code', place)}
       and ${where ?? Prisma.sql`true`} and ${isAmong ?? Prisma.sql`true`}
      join ${rulesTable(rules)} rules
        on ${areAlike(rules) ? Prisma.sql`true` : Prisma.sql`left(p.community_code, length(rules.division)) = rules.division`}
       and p.term_from <= judged.month + (rules.start - 1)
     cross join lateral (
      select count(*)::int as kept from visit v
       where v.pairing_id = p.id and v.status in (${literals(KEPT_VISIT_STATES)})
         and v.planned_on between judged.month and judged.judged_on) k
     where not exists (
       select from pairing_pause x
        where x.pairing_id = p.id
          and x.valid_from <= judged.judged_on and (x.valid_to is null or judged.judged_on < x.valid_to))`
}

/**
 * The firm that the person of a `pairing p` belonged to on a day (BR-42): one at most. Looked up only where it is asked
 * for; the order leads to the index that is quick.
 */
export function firmOn(day: string): Prisma.Sql {
  const on = Prisma.raw(day)
  return Prisma.sql`coalesce((
    select m.firm_id from firm_membership m
     where m.practitioner_id = p.practitioner_id and m.valid_from <= ${on} and (m.valid_to is null or ${on} < m.valid_to)
     order by m.valid_from desc limit 1), p.firm_id_at_start)`
}

/** Whether the districts, perhaps a single one, judge by the same numbers. */
function areAlike(rules: readonly CommitmentRules[]): boolean {
  const [first] = rules
  const isLikeFirst = ({ termStartDay, yellowFromDay }: CommitmentRules) =>
    termStartDay === first?.termStartDay && yellowFromDay === first.yellowFromDay
  return first !== undefined && rules.every(isLikeFirst)
}

function rulesTable(rules: readonly CommitmentRules[]): Prisma.Sql {
  return tableOf(
    { division: 'text', start: 'int', yellow: 'int' },
    (areAlike(rules) ? rules.slice(0, 1) : rules).map(({ divisionCode, termStartDay, yellowFromDay }) => ({
      division: divisionCode,
      start: termStartDay,
      yellow: yellowFromDay,
    })),
  )
}
