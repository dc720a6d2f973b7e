import { Prisma } from '@sitai/db/client'
import { lastDayOf, monthOf, monthsBetween, shiftMonth } from '@sitai/rules/calendar'
import type { JudgedMonth } from '@sitai/rules/commitment'
import { judgedMonths, spanBefore, spanLastYear, spanOf } from '@sitai/rules/overview'
import { type PeriodKind, periodOf } from '@sitai/rules/periods'
import { within } from '../access/place.ts'
import { today } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { codeWithin } from '../access/place.ts'
import { judgedTable } from '../commitments/commitment.sql.ts'
import type { Tx } from '../acts/write.ts'
import { rulesOfPlace } from '../commitments/placeRules.ts'
import { cellKey, countedCells, formulaTable, knownCells, measures } from './rollup.sql.ts'
import type { Scope } from './span.sql.ts'

/*
 * The job that keeps the rollup: it counts anew what marks have touched, and fills what readers missed. How late it is
 * decides how fast a page is, never what it says (docs/decisions/0013).
 */

/** Closed months that are kept: those of the longest page, a year beside the year before, in December. */
const closedMonths = 36
const kinds: readonly PeriodKind[] = ['MONTH', 'QUARTER', 'HALF', 'YEAR']

/** Places of which a reader has missed something. */
const wanted = new Set<string>()
/** The day the places with a bureau were last wanted. */
let lastDay = ''

/** Asks the job to fill the cells of a place, or of each of several. */
export function wantRollup(place: Scope['place']): void {
  for (const code of typeof place === 'string' ? [place] : place) wanted.add(code.slice(0, 6))
}

/** The months in which pages look at a street today: closed ones, and the running ones with what they are compared to. */
export function keptMonths(day: string): JudgedMonth[] {
  const running = monthOf(day)
  const closed = monthsBetween(shiftMonth(running, -closedMonths), shiftMonth(running, -1)).map((month) => ({
    month,
    judgedOn: lastDayOf(month),
    isRunning: false,
  }))
  const open = kinds.flatMap((kind) => {
    const span = spanOf(periodOf(day, kind), day)
    return span ? [span, spanBefore(span), spanLastYear(span)].flatMap(judgedMonths).filter((it) => it.isRunning) : []
  })
  return [...closed, ...new Map(open.map((month) => [month.judgedOn, month])).values()]
}

/**
 * One pass: all districts with marks, then what readers missed, as long as `patience` (milliseconds) lasts; the rest is
 * left to the next pass, so that marks never wait for a long fill. Each district is a transaction of its own.
 */
export async function keepRollup(patience = Infinity): Promise<void> {
  const day = today()
  if (day !== lastDay) {
    for (const { code } of await db.$queryRaw<{ code: string }[]>`
      select division_code as code from bureau union select left(street_code, 6) from rollup`)
      wantRollup(code)
    lastDay = day
  }
  const marked = await db.$queryRaw<{ code: string }[]>`
    select distinct left(street_code, 6) as code from rollup_mark order by 1`
  for (const { code } of marked) await recount(code, day, wanted.delete(code))
  const begin = performance.now()
  for (const place of wanted) {
    if (performance.now() - begin > patience) return
    wanted.delete(place)
    // A wider place becomes its districts, which come at the end of the same list.
    if (place.length < 6) for (const district of await districtsOf(place)) wanted.add(district)
    else await recount(place, day, true)
  }
}

async function districtsOf(place: string): Promise<string[]> {
  const rows = await db.street.findMany({
    where: { districtCode: within(place) },
    distinct: ['districtCode'],
    select: { districtCode: true },
  })
  return rows.map(({ districtCode }) => districtCode)
}

/**
 * Counts a district's cells that are stale or not there, and takes away the marks it has seen. All of it sees one
 * moment, which begins after the lock: what is written meanwhile keeps its mark. A district nobody looked at stays empty.
 */
async function recount(district: string, day: string, isWanted: boolean): Promise<void> {
  const { rules } = await rulesOfPlace(district)
  const scope: Scope = { place: district, firmId: null, rules }
  const months = keptMonths(day)
  await db.$transaction(
    async (tx) => {
      // No snapshot is taken by LOCK TABLE; two jobs go one after the other, readers and VACUUM's mortals pass by.
      await tx.$executeRaw`lock table rollup in share update exclusive mode`
      await tx.$executeRaw`
        delete from rollup
         where ${codeWithin('rollup.street_code', district)}
           and ((judged_on, is_running) not in (select judged.judged_on, judged.is_running from ${judgedTable(months)} judged)
                or not exists (select from street where street.code = rollup.street_code))`
      const stale = await staleCells(tx, scope, months, isWanted)
      if (stale.length > 0) await count(tx, scope, months, stale)
      await tx.$executeRaw`delete from rollup_mark where ${codeWithin('rollup_mark.street_code', district)}`
    },
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead, timeout: 120_000, maxWait: 30_000 },
  )
}

interface StaleCell {
  readonly code: string
  readonly no: number
}

async function staleCells(tx: Tx, scope: Scope, months: readonly JudgedMonth[], isWanted: boolean) {
  return tx.$queryRaw<StaleCell[]>`
    select cell.code, cell.no from (${knownCells(months, scope)}) cell
     where cell.is_missing
       and (${isWanted} or exists (select from rollup where ${codeWithin('rollup.street_code', scope.place)}))`
}

async function count(tx: Tx, scope: Scope, months: readonly JudgedMonth[], stale: readonly StaleCell[]): Promise<void> {
  const numbers = new Set(stale.map(({ no }) => no))
  const streets = [...new Set(stale.map(({ code }) => code))]
  const counted = countedCells(
    months.filter((_month, no) => numbers.has(no)),
    { ...scope, place: streets.length > 6 ? scope.place : streets },
  )
  const columns = Prisma.join([cellKey, Prisma.raw('formula'), ...measures])
  await tx.$executeRaw`
    insert into rollup (${columns})
    select ${Prisma.join([cellKey, Prisma.raw('formula'), ...measures])}
      from (${counted}) cell join ${formulaTable(scope.rules)} formula on formula.division = left(cell.street_code, 6)
    on conflict (${cellKey}) do update
      set ${Prisma.join([Prisma.raw('formula'), ...measures].map((column) => Prisma.sql`${column} = excluded.${column}`))}`
}
