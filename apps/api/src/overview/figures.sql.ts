import { Prisma } from '@sitai/db/client'
import { figureCodes, type Figure } from '@sitai/rules/overview'
import { factsOf, type Source } from './sources.sql.ts'
import type { Frame, Scope } from './span.sql.ts'

/** How a figure is counted: which facts of its source, and how much each adds. Its list of facts has the same where. */
interface Counting {
  readonly source: Source
  readonly where: Prisma.Sql
  /** What one fact adds; 1 where facts are counted. */
  readonly amount: Prisma.Sql
}

const one = Prisma.sql`1`
const of = (source: Source, where: Prisma.Sql, amount: Prisma.Sql = one): Counting => ({ source, where, amount })
const logs = (type: string, count: string): Counting => {
  const amount = Prisma.raw(`fact.${count}`)
  return of('log', Prisma.sql`fact.type_code = ${Prisma.raw(`'${type}'`)} and ${amount} > 0`, amount)
}

/** One definition of each figure, for the number and for the facts behind it (BR-41). */
export const countings: Readonly<Record<Figure, Counting>> = {
  COMMUNITIES: of('community', Prisma.sql`true`),
  COVERED: of('community', Prisma.sql`fact.covered`),
  UNCOVERED: of('community', Prisma.sql`fact.uncovered`),
  PARTY_LEADS: of('community', Prisma.sql`fact.covered and fact.is_party`),
  RED_COMMUNITIES: of('community', Prisma.sql`fact.is_red`),
  YELLOW_COMMUNITIES: of('community', Prisma.sql`fact.is_yellow`),
  MONTHS_DUE: of('month', Prisma.sql`true`),
  MONTHS_MET: of('month', Prisma.sql`fact.status = 'MET'`),
  MONTHS_OPEN: of('month', Prisma.sql`fact.status = 'DUE'`),
  MONTHS_YELLOW: of('month', Prisma.sql`fact.status = 'YELLOW'`),
  MONTHS_RED: of('month', Prisma.sql`fact.status = 'RED'`),
  VISITS: of('visit', Prisma.sql`true`),
  MINUTES: of('visit', Prisma.sql`fact.minutes is not null`, Prisma.sql`fact.minutes`),
  CONSULTATIONS: logs('CONSULTATION', 'persons'),
  LECTURES: logs('LECTURE', 'sessions'),
  LECTURE_AUDIENCE: logs('LECTURE', 'persons'),
  MEDIATIONS: logs('MEDIATION', 'items'),
  RATINGS: of('log', Prisma.sql`fact.rating is not null`),
}

/** The order of communities before all else; what is ordered has these columns. */
export const byLight = Prisma.sql`fact.is_red desc, fact.uncovered desc, fact.is_yellow desc`

/** Whether a figure is the number of its facts. */
export function isCount(figure: Figure): boolean {
  return countings[figure].amount === one
}

/** Sums a source into one row for each span and street; the columns are the figures' own, in small letters. */
export function sumsOf(source: Source, frame: Frame, scope: Scope): Prisma.Sql {
  const sums = figureCodes
    .filter((code) => countings[code].source === source)
    .map((code) => {
      const { where, amount } = countings[code]
      return Prisma.sql`sum(${amount}) filter (where ${where}) as ${columnOf(code)}`
    })
  return Prisma.sql`
    select fact.key, left(fact.community_code, 9) as street_code, ${Prisma.join([...sums, ...(more[source] ?? [])])}
      from (${factsOf(source, frame, scope)}) fact
     group by fact.key, left(fact.community_code, 9)`
}

/** `MONTHS_DUE` as a column: `months_due`. */
export function columnOf(code: Figure): Prisma.Sql {
  return Prisma.raw(code.toLowerCase())
}

/** A community's place among the thousand that a street can have: the end of its code. */
const bitOfCommunity = Prisma.sql`set_bit(B'0'::bit(1000), right(fact.community_code, 3)::int, 1)`

/** What it takes besides to put months and streets together: a mean's sum, and things of which none may count twice. */
const more: Readonly<Partial<Record<Source, readonly Prisma.Sql[]>>> = {
  log: [Prisma.sql`sum(fact.rating) as stars`],
  community: [
    Prisma.sql`bit_or(${bitOfCommunity}) filter (where fact.uncovered) as without_lead`,
    Prisma.sql`bit_or(${bitOfCommunity}) filter (where fact.is_late_red) as late_red`,
    Prisma.sql`bit_or(${bitOfCommunity}) filter (where fact.is_late_yellow) as late_yellow`,
    Prisma.sql`array_agg(distinct fact.lead_firm_id) filter (where fact.covered) as lead_firms`,
  ],
}
