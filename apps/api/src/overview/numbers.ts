import { Prisma } from '@sitai/db/client'
import { type Figure, figureCodes, spanOf, trendMonths } from '@sitai/rules/overview'
import { today } from '../clock.ts'
import { db } from '../db.ts'
import { sumsOf } from './figures.sql.ts'
import type { Overview } from './overview.ts'
import { factsOf } from './sources.sql.ts'
import { frameOf, type NamedSpan, type Scope } from './span.sql.ts'

/** All figures of one span and place, and the mean of the ratings, null where there is none or too few. */
export type Numbers = Readonly<Record<Figure, number>> & { readonly rating: number | null }

type Row = { key: string; street_code: string | null; rating?: number | null } & Partial<Record<Figure, number>>

/** Numbers by span and street; what has no facts is all zeros. */
export interface Tally {
  of(key: string, streetCode?: string): Numbers
}

/**
 * Counts every figure over the spans in four statements, one for each source of facts, on one snapshot. The sums are
 * the database's; here they are only put beside one another.
 */
export async function tally(scope: Scope, spans: readonly NamedSpan[], leastRatings: number): Promise<Tally> {
  const frame = frameOf(spans)
  const sources = ['community', 'month', 'visit', 'log'] as const
  const results = await db.$transaction(
    sources.map((source) => db.$queryRaw<Row[]>(sumsOf(source, frame, scope))),
    { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead },
  )
  const found = new Map<string, Row[]>()
  for (const row of results.flat()) {
    const name = `${row.key} ${row.street_code ?? ''}`
    found.set(name, [...(found.get(name) ?? []), row])
  }
  return {
    of(key, streetCode = '') {
      const rows = found.get(`${key} ${streetCode}`) ?? []
      const sum: Record<string, number> = {}
      for (const code of figureCodes) sum[code] = rows.find((row) => row[code] !== undefined)?.[code] ?? 0
      const rating = rows.find((row) => row.rating !== undefined)?.rating ?? null
      return { ...zeros, ...sum, rating: (sum['RATINGS'] ?? 0) >= leastRatings ? rating : null }
    },
  }
}

const zeros: Readonly<Record<Figure, number>> = {
  COMMUNITIES: 0,
  COVERED: 0,
  UNCOVERED: 0,
  PARTY_LEADS: 0,
  MONTHS_DUE: 0,
  MONTHS_MET: 0,
  MONTHS_OPEN: 0,
  MONTHS_YELLOW: 0,
  MONTHS_RED: 0,
  VISITS: 0,
  MINUTES: 0,
  CONSULTATIONS: 0,
  LECTURES: 0,
  LECTURE_AUDIENCE: 0,
  MEDIATIONS: 0,
  RATINGS: 0,
  RED_COMMUNITIES: 0,
  YELLOW_COMMUNITIES: 0,
}

/** The tally of a page: its period, the two it is compared with, the months of the trend; streets for the first two. */
const tallies = new WeakMap<Overview, Promise<Tally>>()

/** Counts once for all fields of a page that ask. */
export function tallyOf(overview: Overview): Promise<Tally> {
  const known = tallies.get(overview)
  if (known) return known
  const { span, last, lastYear, scope, satisfactionMinResponses } = overview
  const spans: NamedSpan[] = [
    { key: 'now', span, byStreet: true },
    { key: 'last', span: last, byStreet: true },
    { key: 'lastYear', span: lastYear },
  ]
  for (const month of trendMonths(span)) {
    const ofMonth = spanOf(month, today())
    if (ofMonth) spans.push({ key: month, span: ofMonth })
  }
  const counted = tally(scope, spans, satisfactionMinResponses)
  tallies.set(overview, counted)
  return counted
}

/** What the firms of a district do on average, for a firm to see itself beside: no firm can be told from it. */
export interface Average {
  readonly firms: number
  readonly numbers: Numbers
}

const fewestFirms = 3

/** The figures of all firms together with the number of firms that advise; null where they are too few to stay unnamed. */
export async function averageOf({
  averagePlace,
  span,
  scope,
  satisfactionMinResponses,
}: Overview): Promise<Average | null> {
  if (averagePlace === null) return null
  const whole = { ...scope, place: averagePlace, firmId: null }
  const spans = [{ key: 'now', span }]
  const [counted, [row]] = await Promise.all([
    tally(whole, spans, satisfactionMinResponses),
    db.$queryRaw<{ firms: number }[]>(Prisma.sql`
      select count(distinct fact.firm_id)::int as firms
        from (${factsOf('community', frameOf(spans), whole)}) fact where fact.covered`),
  ])
  const firms = row?.firms ?? 0
  return firms < fewestFirms ? null : { firms, numbers: counted.of('now') }
}
