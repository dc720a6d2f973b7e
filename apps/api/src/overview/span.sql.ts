import { Prisma } from '@sitai/db/client'
import type { LocalDate } from '@sitai/rules/calendar'
import type { JudgedMonth } from '@sitai/rules/commitment'
import { judgedMonths, type Span } from '@sitai/rules/overview'
import { tableOf } from '../data/sql.ts'
import type { CommitmentRules } from '../commitments/commitment.sql.ts'

/** What the figures are asked for: a place, perhaps one firm of it, over spans of time. */
export interface Scope {
  /** A division code: a city, district or street; or several streets. */
  readonly place: string | readonly string[]
  /** Facts credited to this firm only (BR-42); null for all. */
  readonly firmId: string | null
  readonly rules: readonly CommitmentRules[]
}

/** Spans with the months they share: each month is judged once, however many spans ask for it. */
export interface Frame {
  readonly months: readonly JudgedMonth[]
  /** A table `(key, no)`: the months of each span, by their place in `months`. */
  readonly spanMonths: Prisma.Sql
  /** A table `(key, until)`: the last day of each span. */
  readonly spanDays: Prisma.Sql
}

/** The frame of one span, `now`. */
export function frameOf(span: Span): Frame {
  const months = judgedMonths(span)
  return framed(
    months,
    months.map((_month, no) => ({ key: 'now', no })),
    [{ key: 'now', until: span.until }],
  )
}

/** Each month a span of its own, by its place in the list. */
export function frameOfMonths(months: readonly JudgedMonth[]): Frame {
  return framed(
    months,
    months.map((_month, no) => ({ key: String(no), no })),
    months.map(({ judgedOn }, no) => ({ key: String(no), until: judgedOn })),
  )
}

function framed(
  months: readonly JudgedMonth[],
  monthRows: readonly { readonly key: string; readonly no: number }[],
  dayRows: readonly { readonly key: string; readonly until: LocalDate }[],
): Frame {
  return {
    months,
    spanMonths: tableOf({ key: 'text', no: 'int' }, monthRows),
    spanDays: tableOf({ key: 'text', until: 'date' }, dayRows),
  }
}
