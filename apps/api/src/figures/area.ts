import type { Prisma } from '@sitai/db/client'
import type { Act } from '../access/acts.ts'
import type { Scope } from '../overview/span.sql.ts'

/**
 * What an area of the bureau's work counts: its facts, and the figures made of them. An area is declared in one file
 * beside its noun (practitioners/register.figures.ts) and named in areas.ts; number, comparison, trend, streets, the
 * facts behind a number and their Excel sheet come with it. What is counted of a country's visits has a rollup of its
 * own (overview/); this asks the facts themselves.
 */
export interface FigureArea {
  /** Its name in addresses: `register`. */
  readonly code: string
  readonly label: string
  /** Who may read it. */
  readonly act: Act
  readonly sources: Readonly<Record<string, FactSource>>
  readonly figures: readonly Figure[]
}

/** One figure. It equals the sum of its facts. */
export interface Figure {
  readonly code: string
  readonly label: string
  readonly unit: string
  /** What exactly is counted, in the bureau's words. */
  readonly definition: string
  /** The facts it is made of. */
  readonly source: string
  /** Which of them, by the columns of the source as `fact`; all without it. */
  readonly where?: Prisma.Sql
  /** What one adds, by the same columns; 1 without it. */
  readonly amount?: Prisma.Sql
}

/** What a source is asked for: the spans as a table `span (key, from_day, until_day)`, and whose facts. */
export interface FactRequest {
  readonly spans: Prisma.Sql
  readonly scope: Scope
}

/**
 * A SELECT of facts, a row for each span and fact. It joins `${spans} span` and keeps to the scope: its place and, where
 * it names one, its firm. Columns: key, fact_id (text), place_code (of a community, a street or at least the district),
 * firm_id, practitioner_id, happened_on (date), node_type and node_id (the record it is, as the API names it),
 * what (its words); and more of its own that the figures read.
 */
export type FactSource = (request: FactRequest) => Prisma.Sql
