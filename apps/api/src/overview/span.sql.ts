import { Prisma } from '@sitai/db/client'
import type { JudgedMonth } from '@sitai/rules/commitment'
import { judgedMonths, type Span } from '@sitai/rules/overview'
import type { CommitmentRules } from '../visits/commitment.sql.ts'

/** What the figures are asked for: a place, perhaps one firm of it, over spans of time. */
export interface Scope {
  /** A division code: a city, district or street. */
  readonly place: string
  /** Facts credited to this firm only (BR-42); null for all. */
  readonly firmId: string | null
  readonly rules: readonly CommitmentRules[]
}

/** Spans with the months they share: each month is judged once, however many spans ask for it. */
export interface Frame {
  readonly months: readonly JudgedMonth[]
  /** A table `(key, by_street, no)`: the months of each span, by their place in `months`. */
  readonly spanMonths: Prisma.Sql
  /** A table `(key, by_street, until)`: the last day of each span. */
  readonly spanDays: Prisma.Sql
}

/** A span by the name its numbers are asked for; `byStreet` also has them street by street. */
export interface NamedSpan {
  readonly key: string
  readonly span: Span
  readonly byStreet?: boolean
}

/** Lays the spans out for the sources of figures.sql.ts. */
export function frameOf(spans: readonly NamedSpan[]): Frame {
  const months = new Map<string, JudgedMonth & { no: number }>()
  const monthRows: object[] = []
  const dayRows: object[] = []
  for (const { key, span, byStreet = false } of spans) {
    dayRows.push({ key, by_street: byStreet, until: span.until })
    for (const judged of judgedMonths(span)) {
      const name = `${judged.month} ${judged.judgedOn} ${judged.isRunning}`
      const known = months.get(name) ?? { ...judged, no: months.size }
      months.set(name, known)
      monthRows.push({ key, by_street: byStreet, no: known.no })
    }
  }
  return {
    months: [...months.values()],
    spanMonths: Prisma.sql`(select * from jsonb_to_recordset(${JSON.stringify(monthRows)}::jsonb)
      as span(key text, by_street boolean, no int))`,
    spanDays: Prisma.sql`(select * from jsonb_to_recordset(${JSON.stringify(dayRows)}::jsonb)
      as span(key text, by_street boolean, until date))`,
  }
}
