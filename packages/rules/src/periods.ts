/**
 * Reporting periods: month `2026-11`, quarter `2026-Q4`, half-year `2026-H2` and year `2026`, as they stand in the URL.
 * Malformed input throws RangeError; ask `isPeriod` first.
 */
import { type DateRange, isMonth, type LocalDate, monthOf, shiftMonth } from './calendar.ts'

/** A month, quarter, half-year or year in its written form. */
export type Period = string

/** What a period is. */
export type PeriodKind = 'MONTH' | 'QUARTER' | 'HALF' | 'YEAR'

const MONTHS_OF: Readonly<Record<PeriodKind, number>> = { MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12 }

interface Parsed {
  readonly kind: PeriodKind
  readonly year: string
  /** Which quarter or half of the year, counted from 1; the month for a month; 1 for a year. */
  readonly part: number
}

function parse(period: Period): Parsed | null {
  const year = period.slice(0, 4)
  const part = Number(period.slice(-1))
  if (isMonth(period)) return { kind: 'MONTH', year, part: Number(period.slice(5)) }
  if (/^\d{4}-Q[1-4]$/u.test(period)) return { kind: 'QUARTER', year, part }
  if (/^\d{4}-H[12]$/u.test(period)) return { kind: 'HALF', year, part }
  return /^\d{4}$/u.test(period) ? { kind: 'YEAR', year, part: 1 } : null
}

function parsed(period: Period): Parsed {
  const result = parse(period)
  if (result === null) throw new RangeError(`not a period: ${period}`)
  return result
}

/** True for a period in one of the four written forms, from 1900 on. */
export function isPeriod(text: string): boolean {
  return (parse(text)?.year ?? '') >= '1900'
}

/** Month, quarter, half or year. */
export function periodKind(period: Period): PeriodKind {
  return parsed(period).kind
}

/** The period of a kind that holds the day. */
export function periodOf(date: LocalDate, kind: PeriodKind): Period {
  const month = monthOf(date)
  const year = month.slice(0, 4)
  const part = Math.ceil(Number(month.slice(5)) / MONTHS_OF[kind])
  if (kind === 'MONTH') return month
  if (kind === 'YEAR') return year
  return `${year}-${kind === 'QUARTER' ? 'Q' : 'H'}${part}`
}

/** The days of a period, half-open. */
export function periodRange(period: Period): DateRange {
  const { kind, year, part } = parsed(period)
  const first = String((part - 1) * MONTHS_OF[kind] + 1).padStart(2, '0')
  const from = `${year}-${first}`
  return { from: `${from}-01`, to: `${shiftMonth(from, MONTHS_OF[kind])}-01` }
}

function shifted(period: Period, months: number): Period {
  const { from } = periodRange(period)
  return periodOf(`${shiftMonth(monthOf(from), months)}-01`, periodKind(period))
}

/** The period just before (环比). */
export function previousPeriod(period: Period): Period {
  return shifted(period, -MONTHS_OF[periodKind(period)])
}

/** The period just after. */
export function nextPeriod(period: Period): Period {
  return shifted(period, MONTHS_OF[periodKind(period)])
}

/** The same period of last year (同比). */
export function samePeriodLastYear(period: Period): Period {
  return shifted(period, -12)
}

/** 2026年11月, 2026年第4季度, 2026年下半年, 2026年. */
export function periodLabel(period: Period): string {
  const { kind, year, part } = parsed(period)
  switch (kind) {
    case 'MONTH':
      return `${year}年${part}月`
    case 'QUARTER':
      return `${year}年第${part}季度`
    case 'HALF':
      return `${year}年${part === 1 ? '上' : '下'}半年`
    case 'YEAR':
      return `${year}年`
  }
}
