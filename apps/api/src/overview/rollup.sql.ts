import { createHash } from 'node:crypto'
import { Prisma } from '@sitai/db/client'
import type { JudgedMonth } from '@sitai/rules/commitment'
import { figureCodes } from '@sitai/rules/overview'
import { codeWithin } from '../access/place.ts'
import { tableOf } from '../data/sql.ts'
import { type CommitmentRules, judgedTable } from '../commitments/commitment.sql.ts'
import { columnOf, sumsOf } from './figures.sql.ts'
import type { Source } from './sources.sql.ts'
import { frameOfMonths, type Scope } from './span.sql.ts'

/*
 * A cell is a street in a month judged on a day, with all its figures: either rolled up, as long as nothing has touched
 * it since, or counted on the spot. Both have the columns of the table `rollup`. Why: docs/decisions/0013.
 */

/** The columns of a cell that are added up. */
export const sums = [...figureCodes.map(columnOf), Prisma.raw('stars')]
/** Sets of communities and firms, each with what it is when empty. */
const sets = [
  ['without_lead', "B'0'::bit(1000)"],
  ['late_red', "B'0'::bit(1000)"],
  ['late_yellow', "B'0'::bit(1000)"],
  ['lead_firms', "'{}'::uuid[]"],
].map(([name = '', empty = '']) => ({ name: Prisma.raw(name), empty: Prisma.raw(empty) }))

/** The columns of a cell that are added up or put together. */
export const measures: readonly Prisma.Sql[] = [...sums, ...sets.map(({ name }) => name)]

/** The columns that say which cell it is. */
export const cellKey = Prisma.raw('street_code, judged_on, is_running')

/** Counts the cells of all streets of a scope in all months given, from the facts. */
export function countedCells(months: readonly JudgedMonth[], scope: Scope): Prisma.Sql {
  const frame = frameOfMonths(months)
  const sources: readonly Source[] = ['community', 'month', 'visit', 'log']
  const joins = sources.map((source) => {
    const name = Prisma.raw(`of_${source}`)
    return Prisma.sql`left join (${sumsOf(source, frame, scope)}) ${name}
      on ${name}.street_code = street.code and ${name}.key = judged.no::text`
  })
  return Prisma.sql`
    select street.code as street_code, judged.judged_on, judged.is_running,
           ${Prisma.join(sums.map((name) => Prisma.sql`coalesce(${name}, 0)::int as ${name}`))},
           ${Prisma.join(sets.map(({ name, empty }) => Prisma.sql`coalesce(${name}, ${empty}) as ${name}`))}
      from street cross join ${judgedTable(months)} judged ${Prisma.join(joins, ' ')}
     where ${codeWithin('street.code', scope.place)}`
}

/** The cells of some months that were rolled up by today's code and settings and that nothing has touched since. */
export function rolledCells(months: readonly JudgedMonth[], { place, rules }: Scope): Prisma.Sql {
  // The marks are few, but rows that are gone stay in the index until VACUUM: they are looked up once, not for each cell.
  return Prisma.sql`(
    with mark as materialized (
      select distinct street_code, from_day, to_day from rollup_mark where ${codeWithin('street_code', place)})
    select ${cellKey}, ${Prisma.join(measures)}
      from rollup
     where ${codeWithin('rollup.street_code', place)} and rollup.judged_on = any(${days(months)}::date[])
       and ${isOfToday(rules)}
       and not exists (
         select from mark
          where mark.street_code = rollup.street_code and mark.from_day <= rollup.judged_on
            and mark.to_day >= date_trunc('month', rollup.judged_on::timestamp)::date))`
}

/**
 * A row for each street of a scope and month, `no` being its place in the list, with what is found of its cell;
 * `is_missing` where that is nothing.
 */
export function wantedCells(months: readonly JudgedMonth[], { place }: Scope, found: Prisma.Sql): Prisma.Sql {
  // What is wanted is put together first: else the planner goes through all cells of a street for each of them.
  return Prisma.sql`
    with wanted as materialized (
      select street.code, judged.no, judged.judged_on, judged.is_running
        from street cross join ${judgedTable(months)} judged where ${codeWithin('street.code', place)})
    select wanted.code, wanted.no, found.street_code is null as is_missing, ${Prisma.join(measures)}
      from wanted
      left join (${found}) found
        on found.street_code = wanted.code and found.judged_on = wanted.judged_on
       and found.is_running = wanted.is_running`
}

/** The cells of a scope and its months as far as they are rolled up, `is_missing` where they are not (`wantedCells`). */
export function knownCells(months: readonly JudgedMonth[], scope: Scope): Prisma.Sql {
  return wantedCells(months, scope, rolledCells(months, scope))
}

/** Whether a cell was counted by what counts in its district now. */
function isOfToday(rules: readonly CommitmentRules[]): Prisma.Sql {
  const [formula, other] = new Set(rules.map(formulaOf))
  if (formula !== undefined && other === undefined) return Prisma.sql`rollup.formula = ${formula}`
  return Prisma.sql`(left(rollup.street_code, 6), rollup.formula) in (select division, formula from ${formulaTable(rules)})`
}

const days = (months: readonly JudgedMonth[]) => `{${months.map(({ judgedOn }) => judgedOn).join()}}`

/** A table `(division, formula)`: what the cells of a district have to be counted by. */
export function formulaTable(rules: readonly CommitmentRules[]): Prisma.Sql {
  const rows = rules.map((rule) => ({ division: rule.divisionCode, formula: formulaOf(rule) }))
  return tableOf({ division: 'text', formula: 'text' }, rows)
}

/** Names the statement and the settings that cells are counted by: a release or a setting that changes them shows. */
function formulaOf({ termStartDay, yellowFromDay }: CommitmentRules): string {
  return `${statementName()} ${termStartDay} ${yellowFromDay}`
}

let named: string | undefined

/**
 * Names the statement by all its forms: it takes other words for one month and for several, for districts that are alike
 * and for others. Worked out when it is first asked for, so that no start of the server waits for it.
 */
function statementName(): string {
  return (named ??= nameOfForms())
}

function nameOfForms(): string {
  const hash = createHash('sha256')
  const month = { month: '2000-01', judgedOn: '2000-01-31', isRunning: false } as const
  const rule = { divisionCode: '000000', termStartDay: 1, yellowFromDay: 1 }
  for (const months of [[], [month], [month, month]])
    for (const rules of [[], [rule], [rule, { ...rule, yellowFromDay: 2 }]])
      hash.update(countedCells(months, { place: '000000', firmId: null, rules }).sql)
  return hash.digest('base64url').slice(0, 12)
}
