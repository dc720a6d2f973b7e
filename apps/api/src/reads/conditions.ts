import { isArgs, said, Unplanned, type Statement } from './statement.ts'
import { tables, type Column, type Relation, type Table } from './tables.ts'

/** Prisma's `where` as SQL, of the table called `alias`. What it does not speak throws Unplanned. */
export function condition(statement: Statement, table: Table, alias: string, where: unknown): string {
  return all(said(where).map(([key, value]) => clause(statement, table, alias, key, value)))
}

function clause(statement: Statement, table: Table, alias: string, key: string, value: unknown): string {
  if (key === 'AND') return all(listOf(value).map((it) => condition(statement, table, alias, it)))
  if (key === 'OR') return any(listOf(value).map((it) => condition(statement, table, alias, it)))
  if (key === 'NOT') return all(listOf(value).map((it) => not(condition(statement, table, alias, it))))
  const column = table.columns.get(key)
  if (column) return filter(statement, column, `${alias}.${column.sql}`, value)
  const relation = table.relations.get(key)
  if (relation) return related(statement, relation, alias, value)
  if (table.compoundKeys.has(key)) return condition(statement, table, alias, value)
  throw new Unplanned(key)
}

const comparisons: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' }

/** `sql`, a column's place, compared as Prisma compares: like it, % and _ in `contains` are wildcards. */
function filter(statement: Statement, { isList, type }: Column, sql: string, value: unknown): string {
  if (value === null) return `${sql} IS NULL`
  if (type === 'Json' || type === 'Bytes') throw new Unplanned(type)
  if (isList) return listFilter(statement, sql, value)
  if (!isArgs(value)) return `${sql} = ${statement.value(value)}`
  const entries = said(value)
  const like = entries.some(([key, it]) => key === 'mode' && it === 'insensitive') ? 'ILIKE' : 'LIKE'
  return all(
    entries.flatMap(([key, it]) => {
      const sign = comparisons[key]
      if (key === 'mode') return []
      if (sign !== undefined && isPlain(it)) return [`${sql} ${sign} ${place(it) ?? statement.value(it)}`]
      if (key === 'in' && isPlainList(it)) return [`${sql} = ANY(${statement.value(it)})`]
      if (key === 'notIn' && isPlainList(it)) return [`${sql} <> ALL(${statement.value(it)})`]
      if (key === 'not' && it === null) return [`${sql} IS NOT NULL`]
      if (key === 'not' && isPlain(it)) return [`${sql} <> ${statement.value(it)}`]
      if (key === 'equals' && it === null) return [`${sql} IS NULL`]
      if (key === 'equals' && isPlain(it) && like === 'LIKE') return [`${sql} = ${statement.value(it)}`]
      if (key === 'contains') return [`${sql} ${like} ${statement.value(`%${text(it)}%`)}`]
      if (key === 'startsWith') return [`${sql} ${like} ${statement.value(`${text(it)}%`)}`]
      if (key === 'endsWith') return [`${sql} ${like} ${statement.value(`%${text(it)}`)}`]
      throw new Unplanned(key)
    }),
  )
}

/**
 * The bound of a place's range of codes, written into the text: whether it holds one community in a thousand or all of
 * them decides how to read, and a prepared statement is planned without its values.
 */
function place(value: unknown): string | null {
  return typeof value === 'string' && /^\d{1,12}$/.test(value) ? `'${value}'` : null
}

function listFilter(statement: Statement, sql: string, value: unknown): string {
  return all(
    said(value).map(([key, it]) => {
      if (key === 'has' && isPlain(it)) return `${statement.value(it)} = ANY(${sql})`
      throw new Unplanned(key)
    }),
  )
}

function related(statement: Statement, relation: Relation, alias: string, value: unknown): string {
  if (relation.isList) {
    return all(
      said(value).map(([key, it]) => {
        if (key === 'some') return exists(statement, relation, alias, it)
        if (key === 'none') return `NOT ${exists(statement, relation, alias, it)}`
        if (key === 'every')
          return said(it).length === 0 ? 'true' : `NOT ${exists(statement, relation, alias, { NOT: it })}`
        throw new Unplanned(key)
      }),
    )
  }
  if (value === null) return `NOT ${exists(statement, relation, alias, {})}`
  const entries = said(value)
  const [first] = entries
  if (entries.length === 1 && first?.[0] === 'is') return related(statement, relation, alias, first[1])
  if (entries.length === 1 && first?.[0] === 'isNot' && first[1] === null) return exists(statement, relation, alias, {})
  return exists(statement, relation, alias, value)
}

function exists(statement: Statement, relation: Relation, alias: string, where: unknown): string {
  const target = tables.get(relation.target)
  if (!target) throw new Unplanned(relation.target)
  const it = statement.alias()
  const joined = `${it}.${relation.there} = ${alias}.${relation.here}`
  return `EXISTS (SELECT FROM ${target.sql} ${it} WHERE ${all([joined, condition(statement, target, it, where)])})`
}

function all(conditions: readonly string[]): string {
  const real = conditions.filter((it) => it !== 'true')
  if (real.length === 0) return 'true'
  return real.length === 1 ? String(real[0]) : `(${real.join(' AND ')})`
}

/** Prisma takes the opposite of no condition for no condition. */
function not(it: string): string {
  return it === 'true' ? it : `NOT (${it})`
}

function any(conditions: readonly string[]): string {
  // Whether Prisma takes an empty alternative for true or for false depends on where it stands.
  if (conditions.includes('true')) throw new Unplanned('an alternative without a condition')
  if (conditions.length === 0) return 'false'
  return conditions.length === 1 ? String(conditions[0]) : `(${conditions.join(' OR ')})`
}

function listOf(value: unknown): readonly unknown[] {
  return (Array.isArray(value) ? value : [value]).filter((it) => it !== undefined)
}

function isPlain(value: unknown): boolean {
  return value !== null && (typeof value !== 'object' || value instanceof Date)
}

function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && value.every((it) => isPlain(it))
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Unplanned('text')
  return value
}
