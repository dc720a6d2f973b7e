import { Prisma } from '@sitai/db/client'
import { KEPT_VISIT_STATES } from '@sitai/rules/machines'
import { COUNTED_LOG_STATES, PARTY_STATUSES } from '@sitai/rules/overview'
import { SERVED_PAIRING_STATES } from '@sitai/rules/pairing'
import { codeWithin } from '../access/place.ts'
import { firmOn, inMonth, judgedTable, type PairingMonths, pairingMonths } from '../commitments/commitment.sql.ts'
import { literals } from '../data/sql.ts'
import type { Frame, Scope } from './span.sql.ts'

/** Where a figure's facts come from. Each source is one SELECT; what is counted of it is said in figures.sql.ts. */
export type Source = 'community' | 'month' | 'visit' | 'log'

/**
 * The facts of a source, a row for each span (`key`) and fact. All have key, fact_id, community_code, practitioner_id,
 * firm_id, pairing_id, visit_id, log_id, happened_on; each has more of its own. What they are read from, and by which
 * days, is what the triggers of the migration `rollup` watch.
 */
export function factsOf(
  source: Source,
  frame: Frame,
  scope: Scope,
  narrowing: Narrowing = {},
  lights: Lights = judgedLights,
): Prisma.Sql {
  if (source === 'community') return communities(frame, scope, narrowing, lights)
  return { month: months, visit: visits, log: serviceLogs }[source](frame, scope, narrowing)
}

/** What spares reading all facts of a scope. */
export interface Narrowing {
  /** Pairing-months of these communities and months only, see `pairingMonths`. */
  readonly among?: Prisma.Sql
  /** These communities only: a condition on the column of their codes. */
  readonly only?: (column: string) => Prisma.Sql
}

/**
 * What is red or yellow of communities: at most a row for each span (`key`) and community_code, with
 * red_in and yellow_in (the months, as bits by their place in the frame, or null), and whom the latest of the worst
 * falls to: pairing_id, practitioner_id, firm_id.
 */
export type Lights = (frame: Frame, scope: Scope, narrowing: Narrowing) => Prisma.Sql

const firmIs = (column: string, { firmId }: Scope): Prisma.Sql =>
  firmId === null ? Prisma.sql`true` : Prisma.sql`${Prisma.raw(column)} = ${firmId}::uuid`

/** Which pairing-months are judged of a scope. */
type Narrowed = Pick<PairingMonths, 'where' | 'among'>

/** Of a firm: the pairings that can be credited to it on any day, which are few. */
function pairingsOf({ firmId }: Scope): Narrowed {
  if (firmId === null) return {}
  const people = Prisma.sql`array(select m.practitioner_id from firm_membership m where m.firm_id = ${firmId}::uuid)`
  return { where: Prisma.sql`(p.practitioner_id = any (${people}) or p.firm_id_at_start = ${firmId}::uuid)` }
}

/** Pairing-months that are owed, with their status. */
function months(frame: Frame, scope: Scope, { among }: Narrowing): Prisma.Sql {
  const narrowed = among ? { among } : pairingsOf(scope)
  return Prisma.sql`
    select span.key, d.pairing_id || ' ' || d.month as fact_id, d.community_code, d.practitioner_id,
           d.firm_id, d.pairing_id, null::uuid as visit_id, null::uuid as log_id, d.month as happened_on,
           d.no, d.status, d.kept, d.visits_per_month
      from (${pairingMonths({ months: frame.months, rules: scope.rules, place: scope.place, ...narrowed })}) d
      join ${frame.spanMonths} span on span.no = d.no
     where ${firmIs('d.firm_id', scope)}`
}

/** RED or YELLOW, in words of which the planner does not expect that they leave next to nothing. */
const isLate = Prisma.sql`late.status <> all (array['MET', 'DUE'])`

/** Lights from the facts: every month of every pairing of the scope is judged, or some of them. */
export function judgedLights(frame: Frame, scope: Scope, narrowing: Narrowing): Prisma.Sql {
  return Prisma.sql`
    select late.key, late.community_code,
           bit_or(1::bigint << late.no) filter (where late.status = 'RED') as red_in,
           bit_or(1::bigint << late.no) filter (where late.status = 'YELLOW') as yellow_in,
           (array_agg(late.pairing_id order by late.status, late.happened_on desc, late.pairing_id))[1] as pairing_id,
           (array_agg(late.practitioner_id order by late.status, late.happened_on desc, late.pairing_id))[1] as practitioner_id,
           (array_agg(late.firm_id order by late.status, late.happened_on desc, late.pairing_id))[1] as firm_id
      from (${months(frame, scope, narrowing)}) late
     where ${isLate}
     group by late.key, late.community_code`
}

/**
 * The active communities with their lead in force on the last day, and what is red or yellow of them. Nowhere may the
 * planner expect next to none of them (as by `is null`): it would then go through all lights for each.
 * `offset 0` keeps what a figure asks of them outside, for the same reason.
 */
function communities(frame: Frame, scope: Scope, narrowing: Narrowing, lights: Lights): Prisma.Sql {
  const only = narrowing.only ?? (() => Prisma.sql`true`)
  const lead = Prisma.sql`
    select span.key, p.community_code, p.id as pairing_id, p.practitioner_id, p.term_from,
           ${firmOn('span.until')} as firm_id,
           person.political_status in (${literals(PARTY_STATUSES)}) as is_party
      from ${frame.spanDays} span
      join pairing p on p.term_from <= span.until and span.until < p.ends_on
       and p.seat = 'LEAD' and p.status in (${literals(SERVED_PAIRING_STATES)})
       and ${codeWithin('p.community_code', scope.place)} and ${only('p.community_code')}
      join practitioner person on person.id = p.practitioner_id`
  return Prisma.sql`
    select span.key, c.code as fact_id, c.code as community_code,
           coalesce(light.practitioner_id, lead.practitioner_id) as practitioner_id,
           coalesce(light.firm_id, lead.firm_id) as firm_id,
           coalesce(light.pairing_id, lead.pairing_id) as pairing_id,
           null::uuid as visit_id, null::uuid as log_id, lead.term_from as happened_on,
           lead.pairing_id is not null as covered, coalesce(lead.is_party, false) as is_party,
           lead.firm_id as lead_firm_id, uncovered.it as uncovered,
           light.red_in is not null as is_late_red, light.yellow_in is not null as is_late_yellow,
           uncovered.it or light.red_in is not null as is_red,
           not uncovered.it and light.red_in is null and light.yellow_in is not null as is_yellow,
           coalesce(light.red_in, light.yellow_in) as late_in, span.until
      from ${frame.spanDays} span
     cross join community c
      left join (${lead}) any_lead on any_lead.key = span.key and any_lead.community_code = c.code
      left join lateral (select any_lead.* where ${firmIs('any_lead.firm_id', scope)}) lead on true
     cross join lateral (select num_nulls(any_lead.pairing_id) > 0 and ${scope.firmId === null} as it) uncovered
      left join (${lights(frame, scope, narrowing)}) light on light.key = span.key and light.community_code = c.code
     where c.status = 'ACTIVE' and ${codeWithin('c.code', scope.place)} and ${only('c.code')}
    offset 0`
}

/** Visits that were kept, by the day they took place. */
function visits(frame: Frame, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    select span.key, v.id::text as fact_id, v.community_code, v.practitioner_id, v.firm_id,
           v.pairing_id, v.id as visit_id, null::uuid as log_id, v.planned_on as happened_on,
           v.minutes, v.status::text as status
      from visit v
      join ${judgedTable(frame.months)} judged on ${inMonth('v.planned_on', frame.months)}
      join ${frame.spanMonths} span on span.no = judged.no
     where v.status in (${literals(KEPT_VISIT_STATES)}) and ${daysOf('v.planned_on', frame)}
       and ${codeWithin('v.community_code', scope.place)} and ${firmIs('v.firm_id', scope)}`
}

/** Service logs that count, by the day the service was given (BR-42). */
function serviceLogs(frame: Frame, scope: Scope): Prisma.Sql {
  return Prisma.sql`
    select span.key, l.id::text as fact_id, l.community_code, l.practitioner_id, l.firm_id,
           l.pairing_id, l.visit_id, l.id as log_id, l.occurred_on as happened_on,
           l.type_code, l.topic_code, l.persons, l.items, l.sessions, l.rating
      from service_log l
      join ${judgedTable(frame.months)} judged on ${inMonth('l.occurred_on', frame.months)}
      join ${frame.spanMonths} span on span.no = judged.no
     where l.status in (${literals(COUNTED_LOG_STATES)}) and ${daysOf('l.occurred_on', frame)}
       and ${codeWithin('l.community_code', scope.place)} and ${firmIs('l.firm_id', scope)}`
}

/** Implied by `inMonth`; lets the index leave out what lies before. */
function daysOf(column: string, { months: asked }: Frame): Prisma.Sql {
  const first = asked.reduce((least, { month }) => (month < least ? month : least), '9999-12')
  const last = asked.reduce((most, { judgedOn }) => (judgedOn > most ? judgedOn : most), '0001-01-01')
  return Prisma.sql`${Prisma.raw(column)} between ${`${first}-01`}::date and ${last}::date`
}
