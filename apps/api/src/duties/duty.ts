import { isMonth, lastDayOf, type LocalDate, type Month, monthOf, monthRange } from '@sitai/rules/calendar'
import type { MonthStatus } from '@sitai/rules/commitment'
import { KEPT_VISIT_STATES } from '@sitai/rules/machines'
import { SERVED_PAIRING_STATES } from '@sitai/rules/pairing'
import { Prisma } from '@sitai/db/client'
import { today } from '../time/clock.ts'
import { askPrepared } from '../data/db.ts'
import { Refusal } from '../acts/refusal.ts'
import { codeWithin } from '../access/place.ts'
import type { Viewer } from '../access/viewer.ts'
import { pairingMonths } from '../commitments/commitment.sql.ts'
import { literals } from '../data/sql.ts'
import { rulesOfPlace } from '../commitments/placeRules.ts'

/** What a pairing owes in a month, what of it is done and what is planned. */
export interface Duty {
  readonly pairingId: string
  readonly communityCode: string
  readonly communityName: string
  readonly streetName: string
  readonly practitionerId: string
  readonly practitionerName: string
  readonly firmId: string | null
  readonly firmName: string | null
  readonly seat: 'LEAD' | 'ASSISTANT'
  readonly paused: boolean
  readonly status: MonthStatus
  readonly required: number
  readonly kept: number
  /** Visits that may still be kept: planned for today or later, or somebody is there. */
  readonly planned: number
  /** The first of these. */
  readonly nextStartsAt: Date | null
  readonly lastKeptOn: Date | null
  /** The last planned day of the month that went by without anybody checking in. */
  readonly lapsedOn: Date | null
}

export interface DutyFilter {
  readonly firmId?: string | undefined
  readonly practitionerId?: string | undefined
  readonly pairingIds?: readonly string[] | undefined
  readonly streetCode?: string | undefined
  readonly status?: readonly MonthStatus[] | undefined
  /** Only those for whom nothing is done nor planned. */
  readonly unplanned?: boolean | undefined
}

export interface DutyPage {
  readonly duties: readonly Duty[]
  readonly totalCount: number
}

export interface DutySummary {
  readonly status: MonthStatus
  readonly count: number
}

/** The duties of a month, those in trouble first. */
export async function dutiesOf(
  viewer: Viewer,
  month: Month,
  filter: DutyFilter,
  page: { first: number; offset: number },
): Promise<DutyPage> {
  const { from, to } = rangeOf(month)
  const ofMonth = Prisma.sql`v.planned_on >= ${from}::date and v.planned_on < ${to}::date`
  const order = Prisma.sql`
    array_position(array['RED', 'YELLOW', 'DUE', 'MET', 'NOT_DUE'], duty.month_status), duty.street_name,
    duty.community_code, duty.id`
  // What is shown of a duty is looked up for those of the page only.
  const rows = await askPrepared<Duty & { total: number }>(Prisma.sql`
    with ${await duties(viewer, month, filter)},
    page as (
      select duty.*, count(*) over ()::int as total
        from (select duty.*, s.name as street_name from duty join street s on s.code = left(duty.community_code, 9)) duty
       where ${statusIn(filter)} and ${filter.unplanned ? nothingIn(ofMonth) : Prisma.sql`true`}
       order by ${order} limit ${page.first} offset ${page.offset})
    select duty.id as "pairingId", duty.community_code as "communityCode", c.name as "communityName",
           duty.street_name as "streetName", duty.practitioner_id as "practitionerId", pr.name as "practitionerName",
           f.id as "firmId", f.name as "firmName", duty.seat,
           exists (select from pairing_pause x where x.pairing_id = duty.id
                    and x.valid_from <= ${today()}::date and (x.valid_to is null or ${today()}::date < x.valid_to)) as paused,
           duty.month_status as status, duty.visits_per_month as required,
           v.kept, v.planned, v."nextStartsAt", v."lastKeptOn", v."lapsedOn", duty.total
      from page duty
      join community c on c.code = duty.community_code
      join practitioner pr on pr.id = duty.practitioner_id
      left join firm f on f.id = pr.firm_id
      cross join lateral (
        select count(*) filter (where ${isKept})::int as kept,
               count(*) filter (where ${stillToCome()})::int as planned,
               min(v.starts_at) filter (where ${stillToCome()}) as "nextStartsAt",
               max(v.planned_on) filter (where ${isKept})::timestamp at time zone 'UTC' as "lastKeptOn",
               max(v.planned_on) filter (where v.status = 'MISSED' or v.status = 'PLANNED' and not ${stillToCome()})::timestamp
                 at time zone 'UTC' as "lapsedOn"
          from visit v where v.pairing_id = duty.id and ${ofMonth}) v
     order by ${order}`)
  return { duties: rows.map(({ total: _total, ...duty }) => duty), totalCount: rows[0]?.total ?? 0 }
}

/** How many duties of the month stand how; equals the lists behind the numbers. */
export async function dutySummary(viewer: Viewer, month: Month, filter: DutyFilter): Promise<DutySummary[]> {
  return askPrepared<DutySummary>(Prisma.sql`
    with ${await duties(viewer, month, filter)}
    select duty.month_status as status, count(*)::int as count from duty group by 1 order by 1`)
}

/** `mine as (…), duty as (…)`: the pairings seen by the viewer whose term meets the month, then with `month_status`. */
async function duties(viewer: Viewer, month: Month, filter: DutyFilter): Promise<Prisma.Sql> {
  const { from, to } = rangeOf(month)
  const { streetCode } = filter
  // All that end after a day are most there are: that index must not tempt the planner.
  return Prisma.sql`
    mine as (
      select p.* from pairing p
       where p.status in (${literals(['CONFIRMED', ...SERVED_PAIRING_STATES])})
         and p.term_from < ${to}::date and p.ends_on - ${from}::date > 0
         and ${placeOf(viewer, filter)} and ${and(pairingsOf(viewer, filter))}
         and ${streetCode ? Prisma.sql`left(p.community_code, 9) = ${streetCode}` : Prisma.sql`true`}),
    duty as (
      select mine.*, coalesce(j.status, 'NOT_DUE') as month_status
        from mine left join ${await judged(viewer, month)} j on j.pairing_id = mine.id)`
}

/** The first day of a month and the first after it. */
function rangeOf(month: Month): { readonly from: LocalDate; readonly to: LocalDate } {
  if (!isMonth(month)) throw new Refusal('INVALID', '月份应为 YYYY-MM。', ['month'])
  return monthRange(month)
}

/** The viewer's place. Where people or pairings are named, these are found by them, and the place must not tempt the planner. */
function placeOf(viewer: Viewer, filter: DutyFilter): Prisma.Sql {
  const { divisionCode } = viewer
  if (pairingsOf(viewer, filter).length > 0)
    return Prisma.sql`left(p.community_code, ${divisionCode.length}::int) = ${divisionCode}`
  return codeWithin('p.community_code', divisionCode)
}

/**
 * What is owed in the month (BR-12) by `mine`, judged one by one as they are found: the planner may think of a place that
 * it has next to nothing, and would then judge all of it for each of them.
 */
async function judged(viewer: Viewer, month: Month): Promise<Prisma.Sql> {
  const running = monthOf(today())
  if (month > running) return Prisma.sql`(select null::uuid as pairing_id, null::text as status where false)`
  const asked = {
    months: [{ month, judgedOn: month === running ? today() : lastDayOf(month), isRunning: month === running }],
    rules: (await rulesOfPlace(viewer.divisionCode, viewer)).rules,
  }
  return Prisma.sql`lateral (${pairingMonths({ ...asked, place: '', row: 'mine' })})`
}

const isKept = Prisma.sql`v.status in (${literals(KEPT_VISIT_STATES)})`

/** For `duty`: no visit of these is kept or still to come. */
function nothingIn(ofMonth: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`not exists (
    select from visit v where v.pairing_id = duty.id and ${ofMonth} and (${isKept} or ${stillToCome()}))`
}

/** A `visit v` that may still be kept: a planned day that went by is no plan any more. */
function stillToCome(): Prisma.Sql {
  return Prisma.sql`(v.status = 'CHECKED_IN' or v.status = 'PLANNED' and v.planned_on >= ${today()}::date)`
}

/** Which pairings are asked for, beyond those of the viewer's place: of the firm's present people, one's own. */
function pairingsOf(viewer: Viewer, filter: DutyFilter): Prisma.Sql[] {
  const { firmId, practitionerId, pairingIds } = filter
  return [
    ...(viewer.role === 'FIRM_ADMIN' ? [ofFirm(viewer.firmId)] : []),
    ...(viewer.role === 'LAWYER' ? [Prisma.sql`p.practitioner_id = ${viewer.practitionerId}::uuid`] : []),
    ...(firmId ? [ofFirm(firmId)] : []),
    ...(practitionerId ? [Prisma.sql`p.practitioner_id = ${practitionerId}::uuid`] : []),
    ...(pairingIds ? [Prisma.sql`p.id = any(${[...pairingIds]}::uuid[])`] : []),
  ]
}

/** The pairings of the firm's present people, found by these. */
function ofFirm(firmId: string | null): Prisma.Sql {
  return Prisma.sql`p.practitioner_id = any (array(select x.id from practitioner x where x.firm_id = ${firmId}::uuid))`
}

function statusIn({ status }: DutyFilter): Prisma.Sql {
  return status?.length ? Prisma.sql`duty.month_status = any(${[...status]}::text[])` : Prisma.sql`true`
}

function and(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return Prisma.join([Prisma.sql`true`, ...conditions], ' and ')
}
