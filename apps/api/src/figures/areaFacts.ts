import { Prisma } from '@sitai/db/client'
import { db } from '../data/db.ts'
import type { Figure } from './area.ts'
import { type OpenedArea, spanTable } from './areaNumbers.ts'

/** One fact behind a number, in a line. */
export interface AreaFact {
  readonly id: string
  readonly streetName: string | null
  readonly practitionerName: string | null
  readonly firmName: string | null
  readonly happenedOn: Date | null
  readonly amount: number
  readonly what: string
  /** The record it is, as the API names it. */
  readonly nodeType: string
  readonly nodeId: string
}

/** The facts a figure counts in the period, from the same definition as the number. */
function counted({ area, overview }: OpenedArea, { source, where, amount }: Figure): Prisma.Sql {
  const facts = area.sources[source]
  if (!facts) throw new Error(`The area ${area.code} has no source ${source}.`)
  const spans = spanTable([{ key: 'now', span: overview.span }])
  return Prisma.sql`
    select fact.*, ${amount ?? Prisma.sql`1`} as amount from (${facts({ spans, scope: overview.scope })}) fact
     where ${where ?? Prisma.sql`true`}`
}

/** How many facts a figure counts and what they add up to: the number on the page. */
export async function areaTotal(opened: OpenedArea, figure: Figure): Promise<{ count: number; amount: number }> {
  const [row] = await db.$queryRaw<{ count: number; amount: number }[]>(Prisma.sql`
    select count(*)::int as count, coalesce(sum(fact.amount), 0)::float8 as amount from (${counted(opened, figure)}) fact`)
  return row ?? { count: 0, amount: 0 }
}

/** A page of a figure's facts, the latest first. */
export async function areaFacts(
  opened: OpenedArea,
  figure: Figure,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<AreaFact[]> {
  // Names are looked up for the facts of the page only.
  return db.$queryRaw<AreaFact[]>(Prisma.sql`
    select fact.fact_id as id, s.name as "streetName", p.name as "practitionerName", f.name as "firmName",
           fact.happened_on as "happenedOn", fact.amount::float8 as amount, fact.what,
           fact.node_type as "nodeType", fact.node_id as "nodeId"
      from (select * from (${counted(opened, figure)}) fact
             order by fact.happened_on desc nulls last, fact.fact_id limit ${limit} offset ${offset}) fact
      left join street s on s.code = left(fact.place_code, 9)
      left join practitioner p on p.id = fact.practitioner_id
      left join firm f on f.id = fact.firm_id
     order by fact.happened_on desc nulls last, fact.fact_id`)
}
