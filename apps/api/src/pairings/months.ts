import {
  addDays,
  lastDayOf,
  type LocalDate,
  type Month,
  monthOf,
  monthsBetween,
  shiftMonth,
} from '@sitai/rules/calendar'
import type { MonthStatus } from '@sitai/rules/commitment'
import { KEPT_VISIT_STATES } from '@sitai/rules/machines'
import { Prisma } from '@sitai/db/client'
import { today } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { pairingMonths } from '../commitments/commitment.sql.ts'
import { literals } from '../data/sql.ts'
import { rulesOfPlace } from '../commitments/placeRules.ts'

/** A month of a pairing: whether it was kept, and its visits. */
export interface PairingMonth {
  readonly month: Month
  readonly status: MonthStatus
  readonly kept: number
  readonly planned: number
  readonly missed: number
}

interface Term {
  readonly id: string
  readonly communityCode: string
  readonly from: LocalDate
  /** The first day after it. */
  readonly to: LocalDate
}

/** The last `most` months of a pairing, the newest first: none before its term, none after the next month from now. */
export async function monthsOf({ id, communityCode, from, to }: Term, most = 12): Promise<PairingMonth[]> {
  const running = monthOf(today())
  const next = shiftMonth(running, 1)
  const ends = monthOf(addDays(to, -1))
  const months = monthsBetween(monthOf(from), ends < next ? ends : next).slice(-most)
  const judged = months
    .filter((month) => month <= running)
    .map((month) => ({ month, judgedOn: month === running ? today() : lastDayOf(month), isRunning: month === running }))
  const status =
    judged.length === 0
      ? Prisma.sql`select null::date as month, null::text as status where false`
      : pairingMonths({
          months: judged,
          rules: (await rulesOfPlace(communityCode)).rules,
          place: communityCode,
          where: Prisma.sql`p.id = ${id}::uuid`,
        })
  const rows = await db.$queryRaw<PairingMonth[]>`
    select asked.month, coalesce(owed.status, 'NOT_DUE') as status,
           coalesce(v.kept, 0) as kept, coalesce(v.planned, 0) as planned, coalesce(v.missed, 0) as missed
      from unnest(${months}::text[]) as asked(month)
      left join (${status}) owed on to_char(owed.month, 'YYYY-MM') = asked.month
      left join (
        select to_char(v.planned_on, 'YYYY-MM') as month,
               count(*) filter (where v.status in (${literals(KEPT_VISIT_STATES)}))::int as kept,
               count(*) filter (where v.status = 'CHECKED_IN' or v.status = 'PLANNED' and v.planned_on >= ${today()}::date)::int as planned,
               count(*) filter (where v.status = 'MISSED' or v.status = 'PLANNED' and v.planned_on < ${today()}::date)::int as missed
          from visit v where v.pairing_id = ${id}::uuid
         group by 1
      ) v on v.month = asked.month
     order by asked.month desc`
  return rows
}
