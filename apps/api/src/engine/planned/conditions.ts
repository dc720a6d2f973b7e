import { isArgs, entriesOf, Unplanned, type Args, type Statement } from './statement.ts'
import { tables, type Column, type Relation, type Table } from './tables.ts'

/** Prisma's `where` as SQL, of the table called `alias`. What it does not speak throws Unplanned. */
export function condition(
  statement: Statement,
  table: Table,
  alias: string,
  where: unknown,
  place: Place = 'joinable',
): string {
  return all(entriesOf(where).map(([key, value]) => clause(statement, table, alias, key, value, place)))
}

/**
 * Where a condition stands. Of a related row's condition PostgreSQL can make a join, but not of one alternative among
 * others. Rows that are `found` belong to a row that is there already.
 */
type Place = 'joinable' | 'alternative' | 'found'

function clause(statement: Statement, table: Table, alias: string, key: string, value: unknown, place: Place): string {
  if (key === 'AND') return all(listOf(value).map((it) => condition(statement, table, alias, it, place)))
  if (key === 'OR') {
    const list = listOf(value)
    const inside = list.length > 1 ? 'alternative' : place
    return any(list.map((it) => condition(statement, table, alias, it, inside)))
  }
  if (key === 'NOT') return all(listOf(value).map((it) => not(condition(statement, table, alias, it, place))))
  const column = table.columns.get(key)
  if (column) return filter(statement, column, `${alias}.${column.sql}`, value, place)
  const relation = table.relations.get(key)
  if (relation) return related(statement, relation, alias, value, place)
  if (table.compoundKeys.has(key)) return condition(statement, table, alias, value, place)
  throw new Unplanned(key)
}

const comparisons: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' }

/** `sql`, a column's place, compared as Prisma compares: like it, % and _ in `contains` are wildcards. */
function filter(statement: Statement, { isList, type }: Column, sql: string, value: unknown, place: Place): string {
  if (value === null) return `${sql} IS NULL`
  if (type === 'Json' || type === 'Bytes') throw new Unplanned(type)
  if (isList) return listFilter(statement, sql, value)
  if (!isArgs(value)) return `${sql} = ${statement.value(value)}`
  const entries = entriesOf(value)
  const scope = type === 'String' && scopeOf(sql, value, place)
  if (scope) return scope
  const like = entries.some(([key, it]) => key === 'mode' && it === 'insensitive') ? 'ILIKE' : 'LIKE'
  return all(
    entries.flatMap(([key, it]) => {
      const sign = comparisons[key]
      if (key === 'mode') return []
      if (sign !== undefined && isPlain(it)) return [`${sql} ${sign} ${statement.value(it)}`]
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
 * A division's own range of codes (`within` in access/place.ts), written into the text: viewers of one place share a statement
 * made for that place. PostgreSQL plans for how much it holds; of a range of unknown ends it believes half a hundredth.
 * Rows that are found by the one they belong to are not to be looked for by their place, which would be a district's
 * worth for each: for them it is no range.
 */
function scopeOf(sql: string, { gte, lt, ...others }: Args, place: Place): string | undefined {
  if (entriesOf(others).length > 0 || typeof gte !== 'string' || typeof lt !== 'string') return undefined
  if (!/^\d{2,6}$/.test(gte) || lt !== String(Number(gte) + 1).padStart(gte.length, '0')) return undefined
  if (place === 'found') return `left(${sql}, ${gte.length}) = '${gte}'`
  return `(${sql} >= '${gte}' AND ${sql} < '${lt}')`
}

function listFilter(statement: Statement, sql: string, value: unknown): string {
  return all(
    entriesOf(value).map(([key, it]) => {
      if (key === 'has' && isPlain(it)) return `${statement.value(it)} = ANY(${sql})`
      throw new Unplanned(key)
    }),
  )
}

function related(statement: Statement, relation: Relation, alias: string, value: unknown, place: Place): string {
  if (relation.isList) {
    return all(
      entriesOf(value).map(([key, it]) => {
        if (key === 'some') return exists(statement, relation, alias, it)
        if (key === 'none') return `NOT ${exists(statement, relation, alias, it)}`
        if (key === 'every')
          return entriesOf(it).length === 0 ? 'true' : `NOT ${exists(statement, relation, alias, { NOT: it })}`
        throw new Unplanned(key)
      }),
    )
  }
  if (value === null) return `NOT ${exists(statement, relation, alias, {})}`
  const entries = entriesOf(value)
  const [first] = entries
  if (entries.length === 1 && first?.[0] === 'is') return related(statement, relation, alias, first[1], place)
  if (entries.length === 1 && first?.[0] === 'isNot' && first[1] === null) return exists(statement, relation, alias, {})
  return exists(statement, relation, alias, value, place)
}

/**
 * Whether such a related row is there. Of one alternative among others PostgreSQL makes no join: it would read the whole
 * related table for a list of those that match, so the one row that belongs to this one is asked itself.
 */
function exists(
  statement: Statement,
  relation: Relation,
  alias: string,
  where: unknown,
  place: Place = 'joinable',
): string {
  const target = tables.get(relation.target)
  if (!target) throw new Unplanned(relation.target)
  const it = statement.alias()
  const joined = `${it}.${relation.there} = ${alias}.${relation.here}`
  const conditions = condition(statement, target, it, where)
  if (place === 'alternative' && !relation.isList)
    return `coalesce((SELECT ${conditions} FROM ${target.sql} ${it} WHERE ${joined}), false)`
  return `EXISTS (SELECT FROM ${target.sql} ${it} WHERE ${all([joined, conditions])})`
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
