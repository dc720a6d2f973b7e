import { type Figure, spanOf, trendMonths } from '@sitai/rules/overview'
import { today } from '../time/clock.ts'
import { askPrepared, db } from '../data/db.ts'
import type { Overview } from './overview.ts'
import { wantRollup } from './rollup.ts'
import type { Scope } from './span.sql.ts'
import { type Live, monthsOf, type NamedSpan, rolledTally, talliedSpans, type TallyRow } from './tally.sql.ts'

/** All figures of one span and place, and the mean of the ratings, null where there is none or too few. */
export type Numbers = Readonly<Record<Figure, number>> & { readonly rating: number | null }

/** Numbers by span and street; what has no facts is all zeros. */
export interface Tally {
  of(key: string, streetCode?: string): Numbers
  /** How many firms advise on the last day of a span that was asked `withFirms`. */
  firmsOf(key: string): number
}

/**
 * All figures over the spans, as they are at this moment: what is rolled up and untouched is read, the rest is counted.
 * The sums are the database's.
 */
export async function tally(scope: Scope, spans: readonly NamedSpan[], leastRatings: number): Promise<Tally> {
  const rows = await rowsOf(scope, spans)
  const found = new Map(rows.map((row) => [`${row.key} ${row.street_code ?? ''}`, row]))
  return {
    of(key, streetCode = '') {
      const row = found.get(`${key} ${streetCode}`)
      return row ? { ...row, rating: row.RATINGS >= leastRatings ? row.rating : null } : zeros
    },
    firmsOf: (key) => found.get(`${key} `)?.firms ?? 0,
  }
}

async function rowsOf(scope: Scope, spans: readonly NamedSpan[]): Promise<TallyRow[]> {
  const rolled = scope.firmId === null ? await askPrepared<TallyRow>(rolledTally(scope, spans)) : null
  if (rolled && !isShort(rolled)) return rolled
  const all: Live = { place: scope.place, months: monthsOf(spans) }
  if (!rolled) return countedOn(scope, spans, all)
  wantRollup(scope.place)
  const mixed = await countedOn(scope, spans, missingIn(rolled, all))
  // What became stale between the two is counted with all the rest.
  return isShort(mixed) ? countedOn(scope, spans, all) : mixed
}

const isShort = (rows: readonly TallyRow[]) => rows.some(({ missing_streets }) => missing_streets !== null)

/** Never kept as a plan: it depends too much on what is asked. */
function countedOn(scope: Scope, spans: readonly NamedSpan[], live: Live): Promise<TallyRow[]> {
  return db.$queryRaw<TallyRow[]>(talliedSpans(scope, spans, live))
}

/** Beyond so many streets the whole place is counted. */
const fewStreets = 6

/** What has to be counted for what was not there. */
function missingIn(rows: readonly TallyRow[], { place, months }: Live): Live {
  const streets = new Set(rows.flatMap((row) => row.missing_streets ?? []))
  const missing = new Set(rows.flatMap((row) => row.missing_months ?? []))
  return {
    place: streets.size > fewStreets ? place : [...streets],
    months: months.filter((_month, no) => missing.has(no)),
  }
}

const zeros: Numbers = {
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
  rating: null,
}

/** The tally of a page: its period, the two it is compared with, the months of the trend; streets for the first two. */
const tallies = new WeakMap<Overview, Promise<Tally>>()

/** Counts once for all fields of a page that ask. */
export function tallyOf(overview: Overview): Promise<Tally> {
  const known = tallies.get(overview)
  if (known) return known
  const counted = tally(overview.scope, spansOf(overview), overview.satisfactionMinResponses)
  tallies.set(overview, counted)
  return counted
}

/** The same spans again and again: all who look today look at some few periods. */
const knownSpans = new Map<string, readonly NamedSpan[]>()

function spansOf({ span, last, lastYear }: Overview): readonly NamedSpan[] {
  const name = `${today()} ${span.period}`
  const known = knownSpans.get(name)
  if (known) return known
  const spans: NamedSpan[] = [
    { key: 'now', span, byStreet: true },
    { key: 'last', span: last, byStreet: true },
    { key: 'lastYear', span: lastYear },
  ]
  for (const month of trendMonths(span)) {
    const ofMonth = spanOf(month, today())
    if (ofMonth) spans.push({ key: month, span: ofMonth })
  }
  if (knownSpans.size > 100) knownSpans.clear()
  knownSpans.set(name, spans)
  return spans
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
  const counted = await tally(whole, [{ key: 'now', span, withFirms: true }], satisfactionMinResponses)
  const firms = counted.firmsOf('now')
  return firms < fewestFirms ? null : { firms, numbers: counted.of('now') }
}
