import { Prisma } from '@sitai/db/client'
import type { Figure } from '@sitai/rules/overview'
import { db } from '../data/db.ts'
import { codeWithin } from '../access/place.ts'
import { tableOf } from '../data/sql.ts'
import { byLight, columnOf, countings } from './figures.sql.ts'
import { knownCells } from './rollup.sql.ts'
import type { Narrowing } from './sources.sql.ts'
import type { Frame, Scope } from './span.sql.ts'

/*
 * A page of a long list, found in the rollup before anything is judged: the cells say how much of the list each street
 * and month has, and which communities are late. So a city's year is not judged for fifty lines of it.
 */

/** A part of a list. */
export interface Page {
  readonly limit: number
  readonly offset: number
}

/** What has to be read for a page, and how much of the list comes before that. */
export interface Place {
  readonly narrowing: Narrowing
  readonly skipped: number
}

/**
 * Where a page of a figure's list lies; the whole list where the rollup does not know all of it. What changes between
 * this and the reading of the list may make that one page a line shorter or longer.
 */
export async function placeOf(frame: Frame, scope: Scope, figure: Figure, page: Page): Promise<Place> {
  return (await found(frame, scope, figure, page)) ?? { narrowing: {}, skipped: 0 }
}

async function found(frame: Frame, scope: Scope, figure: Figure, page: Page): Promise<Place | null> {
  // A firm's part is not rolled up, and is small; nor is which leads are members of the party.
  if (scope.firmId !== null || figure === 'PARTY_LEADS') return null
  const { source } = countings[figure]
  if (source === 'month') return amongMonths(frame, scope, figure, page)
  return source === 'community' ? amongCommunities(frame, scope, figure, page) : null
}

/** What of a list with running totals `upto` and its own number `has` lies on a page. */
const isShown = ({ limit, offset }: Page) => Prisma.sql`upto > ${offset} and upto - has < ${offset + limit}`

interface MonthsFound {
  readonly is_short: boolean
  readonly cells: { code: string; no: number }[]
  readonly skipped: number
}

/** Of pairing-months, the latest first and by community: the streets and months a page lies in. */
async function amongMonths(frame: Frame, scope: Scope, figure: Figure, page: Page): Promise<Place | null> {
  const has = columnOf(figure)
  const [row] = await db.$queryRaw<MonthsFound[]>(Prisma.sql`
    with cell as (
      select wanted.code, wanted.no, wanted.is_missing, wanted.${has} as has,
             sum(wanted.${has}) over (order by wanted.no desc, wanted.code) as upto
        from (${knownCells(frame.months, scope)}) wanted)
    select coalesce((select bool_or(is_missing) from cell), false) as is_short,
           coalesce(jsonb_agg(jsonb_build_object('code', code, 'no', no)), '[]') as cells,
           coalesce(min(upto - has), 0)::int as skipped
      from cell where ${isShown(page)}`)
  if (!row || row.is_short) return null
  const cells = tableOf({ code: 'text', no: 'int' }, row.cells)
  const among = Prisma.sql`
    select c.code as community_code, cell.no from ${cells} cell join community c on c.street_code = cell.code`
  return { narrowing: { among }, skipped: row.skipped }
}

/** Where more have the light of a page, little is spared by leaving the others out. */
const fewCommunities = 500

interface CommunitiesFound {
  readonly is_short: boolean
  readonly codes: string[]
  readonly skipped: number
}

/** Of communities, ordered by their light before all else: those whose light is seen on a page. */
async function amongCommunities(frame: Frame, scope: Scope, figure: Figure, page: Page): Promise<Place | null> {
  const last = frame.months.length - 1
  const [row] = await db.$queryRaw<CommunitiesFound[]>(Prisma.sql`
    with cell as (
      select wanted.code, bool_or(wanted.is_missing) as is_missing,
             bit_or(wanted.late_red) as red, bit_or(wanted.late_yellow) as yellow,
             bit_or(wanted.without_lead) filter (where wanted.no = ${last}) as lacking
        from (${knownCells(frame.months, scope)}) wanted
       group by wanted.code),
    lit as materialized (
      select cell.code, cell.is_missing, cell.lacking, cell.lacking | cell.red as red,
             cell.yellow & ~(cell.lacking | cell.red) as yellow
        from cell),
    bits as materialized (
      select c.code, get_bit(lit.lacking, its.place) as uncovered, get_bit(lit.red, its.place) as red,
             get_bit(lit.yellow, its.place) as yellow
        from community c
        join lit on lit.code = c.street_code
       cross join lateral (select right(c.code, 3)::int as place) its
       where c.status = 'ACTIVE' and ${codeWithin('c.code', scope.place)}),
    fact as (
      select code, uncovered > 0 as uncovered, uncovered = 0 as covered, red > 0 as is_red, yellow > 0 as is_yellow
        from bits),
    light as (
      select fact.is_red, fact.uncovered, fact.is_yellow, count(*) as has,
             sum(count(*)) over (order by ${byLight}) as upto
        from fact where ${countings[figure].where}
       group by fact.is_red, fact.uncovered, fact.is_yellow)
    select coalesce((select bool_or(is_missing) from lit), false) as is_short,
           coalesce(array_agg(fact.code), '{}') as codes, coalesce(min(upto - has), 0)::int as skipped
      from light
      join fact on (fact.is_red, fact.uncovered, fact.is_yellow) = (light.is_red, light.uncovered, light.is_yellow)
     where ${countings[figure].where} and ${isShown(page)}`)
  if (!row || row.is_short || row.codes.length > fewCommunities) return null
  const { codes, skipped } = row
  const only = (column: string) => Prisma.sql`${Prisma.raw(column)} in (select unnest(${codes}::text[]))`
  return { narrowing: { only }, skipped }
}
