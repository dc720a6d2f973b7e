import { Prisma } from '@sitai/db/client'
import type { JudgedMonth } from '@sitai/rules/commitment'
import { type Figure, figureCodes, judgedMonths, type Span } from '@sitai/rules/overview'
import type { Question } from '../engine/contract.ts'
import { codeWithin } from '../access/place.ts'
import { judgedTable } from '../commitments/commitment.sql.ts'
import { columnOf, countings } from './figures.sql.ts'
import { countedCells, rolledCells, sums, wantedCells } from './rollup.sql.ts'
import type { Scope } from './span.sql.ts'

/** A span by the name its numbers are asked for. */
export interface NamedSpan {
  readonly key: string
  readonly span: Span
  /** Its numbers street by street, too. */
  readonly byStreet?: boolean
  /** How many firms advise on its last day, too. */
  readonly withFirms?: boolean
}

/** The numbers of a span, of one street or (null) of the whole place. */
export type TallyRow = Readonly<Record<Figure, number>> & {
  readonly key: string
  readonly street_code: string | null
  readonly rating: number | null
  readonly firms: number
  /** Cells that were needed and not there: their streets, their months as places in `monthsOf`; null when none, and of a street. */
  readonly missing_streets: readonly string[] | null
  readonly missing_months: readonly number[] | null
}

/** Streets and months that are counted on the spot, each street in each month; the others are read as rolled up. */
export interface Live {
  readonly place: Scope['place']
  readonly months: readonly JudgedMonth[]
}

const nameOf = ({ month, judgedOn, isRunning }: JudgedMonth) => `${month} ${judgedOn} ${isRunning}`

/** The months the spans share, each once. */
export function monthsOf(spans: readonly NamedSpan[]): JudgedMonth[] {
  return [...new Map(spans.flatMap(({ span }) => judgedMonths(span)).map((month) => [nameOf(month), month])).values()]
}

/**
 * Sums the cells of a place into one row for each span and, where asked, each span and street; all in one statement, so
 * that it sees one moment. A month of the whole place is added up once, for all spans it is of. Communities are those
 * of the span's last day; a red one counts once, however many months.
 */
export function talliedSpans(scope: Scope, spans: readonly NamedSpan[], live: Live | null): Prisma.Sql {
  const months = monthsOf(spans)
  const names = months.map(nameOf)
  const rows = spans.flatMap(({ key, span, byStreet = false, withFirms = false }) => {
    const own = judgedMonths(span)
    const asked = { key, by_street: byStreet, with_firms: withFirms, is_many: own.length > 1 }
    return own.map((month, at) => ({ ...asked, no: names.indexOf(nameOf(month)), is_last: at === own.length - 1 }))
  })
  return Prisma.sql`
    with span as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as span(key text, no int, by_street boolean, with_firms boolean, is_many boolean, is_last boolean)),
    cell as materialized (${wantedCells(months, scope, cells(scope, months, live))}),
    late as (${lateCommunities}),
    month as materialized (select cell.no, ${Prisma.join(sums.map(sumOf))} from cell group by cell.no),
    total as (
      select span.key, null::text as street_code, ${summed('month')}
        from span join month on month.no = span.no group by span.key
      union all
      select span.key, cell.code, ${summed('cell')}
        from span join cell on cell.no = span.no where span.by_street group by span.key, cell.code),
    missing as (select array_agg(cell.code) as streets, array_agg(cell.no) as months from cell where cell.is_missing)
    select total.key, total.street_code, total.rating::float8 as rating,
           case when total.street_code is null then (select missing.streets from missing) end as missing_streets,
           case when total.street_code is null then (select missing.months from missing) end as missing_months,
           ${Prisma.join(figureCodes.map(told))},
           (select count(distinct firm.id)::int
              from span join cell on cell.no = span.no, unnest(cell.lead_firms) as firm(id)
             where span.with_firms and span.is_last and span.key = total.key) as firms
      from total
      left join late on late.key = total.key and late.street_code is not distinct from total.street_code`
}

/** The statement is long and asked again and again in the same words: it is put together once. */
const known = new Map<string, Question>()

/** The sums of what is rolled up alone. */
export function rolledTally(scope: Scope, spans: readonly NamedSpan[]): Question {
  const name = JSON.stringify([scope.place, scope.rules, spans])
  const question = known.get(name)
  if (question) return question
  const { text, values } = talliedSpans(scope, spans, null)
  if (known.size > 100) known.clear()
  known.set(name, { text, values })
  return { text, values }
}

function cells(scope: Scope, months: readonly JudgedMonth[], live: Live | null): Prisma.Sql {
  if (live === null) return rolledCells(months, scope)
  const counted = countedCells(live.months, { ...scope, place: live.place })
  if (live.place === scope.place && live.months.length === months.length) return counted
  return Prisma.sql`
    select * from (${rolledCells(months, scope)}) rolled
     where not (${codeWithin('rolled.street_code', live.place)} and (rolled.judged_on, rolled.is_running) in (
       select judged.judged_on, judged.is_running from ${judgedTable(live.months)} judged))
    union all ${counted}`
}

/** Of spans of several months: the communities that were red or yellow in any of them, each once. */
const lateCommunities = Prisma.sql`
  select seen.key, seen.code as street_code, sum(bit_count(seen.red)) as red_communities,
         sum(bit_count(seen.yellow & ~seen.red)) as yellow_communities
    from (
      select span.key, cell.code, bit_or(cell.late_yellow) as yellow,
             bit_or(case when span.is_last then cell.late_red | cell.without_lead else cell.late_red end) as red
        from span join cell on cell.no = span.no
       where span.is_many
       group by span.key, cell.code) seen
   group by grouping sets ((seen.key), (seen.key, seen.code))`

const onceCounted: readonly Figure[] = ['RED_COMMUNITIES', 'YELLOW_COMMUNITIES']

const sumOf = (column: Prisma.Sql) => Prisma.sql`sum(${column}) as ${column}`

/** The figures of a span, and the mean of its ratings, from rows of its cells or of its months. */
function summed(rows: 'cell' | 'month'): Prisma.Sql {
  const of = (column: Prisma.Sql) => Prisma.sql`${Prisma.raw(rows)}.${column}`
  const figures = figureCodes.map((code) => {
    const column = columnOf(code)
    const sum = Prisma.sql`sum(${of(column)})`
    if (onceCounted.includes(code)) return Prisma.sql`${sum} filter (where not span.is_many) as ${column}`
    if (countings[code].source === 'community') return Prisma.sql`${sum} filter (where span.is_last) as ${column}`
    return Prisma.sql`${sum} as ${column}`
  })
  const mean = Prisma.sql`sum(${of(Prisma.raw('stars'))})::numeric / nullif(sum(${of(Prisma.raw('ratings'))}), 0) as rating`
  return Prisma.join([...figures, mean])
}

function told(code: Figure): Prisma.Sql {
  const column = columnOf(code)
  const whole = onceCounted.includes(code) ? Prisma.sql`total.${column}, late.${column}` : Prisma.sql`total.${column}`
  return Prisma.sql`coalesce(${whole}, 0)::float8 as ${Prisma.raw(`"${code}"`)}`
}
