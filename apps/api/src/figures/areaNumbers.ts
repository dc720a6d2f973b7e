import { Prisma } from '@sitai/db/client'
import { type Span, spanOf, trendMonths } from '@sitai/rules/overview'
import { db } from '../data/db.ts'
import { tableOf } from '../data/sql.ts'
import type { Overview } from '../overview/overview.ts'
import { today } from '../time/clock.ts'
import type { Figure, FigureArea } from './area.ts'

/** An area that was opened: which one, for what period, place and firm. */
export interface OpenedArea {
  readonly area: FigureArea
  readonly overview: Overview
}

/** Numbers by figure, span and street. */
export interface AreaNumbers {
  of(figure: string, key: string, streetCode?: string): number
}

/** A table `(key, from_day, until_day)` of spans. */
export function spanTable(spans: readonly { readonly key: string; readonly span: Span }[]): Prisma.Sql {
  return tableOf(
    { key: 'text', from_day: 'date', until_day: 'date' },
    spans.map(({ key, span }) => ({ key, from_day: span.from, until_day: span.until })),
  )
}

/** The month of the trend a key stands for; the period's own is `now`. */
function spansOf({ span, last, lastYear }: Overview) {
  const months = trendMonths(span).flatMap((month) => {
    const ofMonth = spanOf(month, today())
    return ofMonth ? [{ key: month, span: ofMonth }] : []
  })
  return [{ key: 'now', span }, { key: 'last', span: last }, { key: 'lastYear', span: lastYear }, ...months]
}

interface Row {
  readonly key: string
  readonly street_code: string | null
  readonly numbers: Readonly<Record<string, number>>
}

const known = new WeakMap<OpenedArea, Promise<AreaNumbers>>()

/** All numbers of an opened area, counted once for all fields that ask: a statement for each source. */
export function numbersOf(opened: OpenedArea): Promise<AreaNumbers> {
  const before = known.get(opened)
  if (before) return before
  const counted = count(opened)
  known.set(opened, counted)
  return counted
}

async function count({ area, overview }: OpenedArea): Promise<AreaNumbers> {
  const spans = spanTable(spansOf(overview))
  const rows = await Promise.all(
    Object.entries(area.sources).map(([name, facts]) => {
      const figures = area.figures.filter(({ source }) => source === name)
      const numbers = figures.map(({ code, where, amount }) => {
        const sum = Prisma.sql`coalesce(sum(${amount ?? Prisma.sql`1`}) filter (where ${where ?? Prisma.sql`true`}), 0)::float8`
        return Prisma.sql`${code}::text, ${sum}`
      })
      if (figures.length === 0) return Promise.resolve([])
      return db.$queryRaw<Row[]>(Prisma.sql`
        select key, street_code, json_build_object(${Prisma.join(numbers)}) as numbers
          from (select facts.*, case when length(facts.place_code) >= 9 then left(facts.place_code, 9) else '' end as street_code
                  from (${facts({ spans, scope: overview.scope })}) facts) fact
         group by grouping sets ((key), (key, street_code))`)
    }),
  )
  const found = new Map(
    rows
      .flat()
      .flatMap(({ key, street_code: street, numbers }) =>
        Object.entries(numbers).map(([figure, number]) => [`${figure} ${key} ${street ?? 'all'}`, number] as const),
      ),
  )
  return { of: (figure, key, streetCode = 'all') => found.get(`${figure} ${key} ${streetCode}`) ?? 0 }
}

/** The figure of an area by its code. */
export function figureIn(area: FigureArea, code: string): Figure | undefined {
  return area.figures.find((figure) => figure.code === code)
}
