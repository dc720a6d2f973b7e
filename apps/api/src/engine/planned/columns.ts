import { condition } from './conditions.ts'
import { order } from './order.ts'
import { isArgs, entriesOf, Unplanned, type Args, type Statement } from './statement.ts'
import { tables, type Relation, type Table } from './tables.ts'

/** What a row is read as: the expressions to select, and how the values that come become Prisma's object. */
export interface Selection {
  readonly sql: readonly string[]
  readonly read: (values: readonly unknown[]) => Record<string, unknown>
}

interface Part {
  readonly name: string
  readonly sql: string
  readonly read: (value: unknown) => unknown
}

/** Prisma's `select` or `include` of the table called `alias`. Related rows come as JSON arrays, one inside the other. */
export function selection(statement: Statement, table: Table, alias: string, args: Args): Selection {
  const { select, include } = args
  if (select !== undefined && include !== undefined) throw new Unplanned('select and include')
  const parts = [
    ...(select === undefined ? [...table.columns.keys()].map((name) => [name, true] as const) : []),
    ...entriesOf(select ?? include),
  ].flatMap(([name, value]) => (value === false ? [] : [part(statement, table, alias, name, value)]))
  return {
    sql: parts.map(({ sql }) => sql),
    read: (values) => {
      const row: Record<string, unknown> = {}
      for (let at = 0; at < parts.length; at++) {
        const it = parts[at]
        if (it) row[it.name] = it.read(values[at])
      }
      return row
    },
  }
}

function part(statement: Statement, table: Table, alias: string, name: string, value: unknown): Part {
  const column = table.columns.get(name)
  if (column) {
    if (value !== true || column.type === 'BigInt') throw new Unplanned(name)
    const sql = `${alias}.${column.sql}`
    if (column.isList) return { name, sql: `to_json(${sql})`, read: (it) => it ?? [] }
    return { name, sql, read: readers[column.type] ?? asItIs }
  }
  if (name === '_count') return counts(statement, table, alias, value)
  const relation = table.relations.get(name)
  if (!relation) throw new Unplanned(name)
  return related(statement, relation, alias, name, value === true ? {} : value)
}

function related(statement: Statement, relation: Relation, alias: string, name: string, args: unknown): Part {
  const target = tables.get(relation.target)
  if (!target || !isArgs(args)) throw new Unplanned(relation.target)
  refuseOthers(args)
  const it = statement.alias()
  const { sql, read } = selection(statement, target, it, args)
  // A call takes at most a hundred arguments.
  if (sql.length > 100) throw new Unplanned('wide')
  const row = `json_build_array(${sql.join(', ')})`
  const joined = `${it}.${relation.there} = ${alias}.${relation.here}`
  const rows = `FROM ${target.sql} ${it} WHERE ${joined} AND ${condition(statement, target, it, args['where'], 'found')}`
  if (!relation.isList) {
    return {
      name,
      sql: `(SELECT ${row} ${rows})`,
      read: (value) => (Array.isArray(value) ? read(value) : null),
    }
  }
  const sorted = order(target, it, args['orderBy'])
  const bounds = limits(statement, args)
  const list = bounds
    ? `(SELECT json_agg(r) FROM (SELECT ${row} AS r ${rows}${sorted && ` ORDER BY ${sorted}`}${bounds}) s)`
    : `(SELECT json_agg(${row}${sorted && ` ORDER BY ${sorted}`}) ${rows})`
  return {
    name,
    sql: list,
    read: (value) => (Array.isArray(value) ? value.map((item) => read(Array.isArray(item) ? item : [])) : []),
  }
}

function counts(statement: Statement, table: Table, alias: string, value: unknown): Part {
  const asked = isArgs(value) && isArgs(value['select']) ? entriesOf(value['select']) : []
  if (asked.length === 0) throw new Unplanned('_count')
  const parts = asked.map(([name, args]) => {
    const relation = table.relations.get(name)
    const target = relation && tables.get(relation.target)
    if (!target) throw new Unplanned(name)
    const it = statement.alias()
    const where = condition(statement, target, it, isArgs(args) ? args['where'] : undefined, 'found')
    return {
      name,
      sql: `(SELECT count(*) FROM ${target.sql} ${it} WHERE ${it}.${relation.there} = ${alias}.${relation.here} AND ${where})`,
    }
  })
  return {
    name: '_count',
    sql: `json_build_array(${parts.map(({ sql }) => sql).join(', ')})`,
    read: (values) =>
      Object.fromEntries(parts.map(({ name }, at) => [name, Number(Array.isArray(values) ? values[at] : 0)])),
  }
}

const spoken = new Set(['select', 'include', 'where', 'orderBy', 'take', 'skip'])

/** What Prisma's arguments say besides changes the answer in a way not spoken here. */
export function refuseOthers(args: Args): void {
  for (const [key] of entriesOf(args)) if (!spoken.has(key)) throw new Unplanned(key)
}

/** ` LIMIT … OFFSET …`, or nothing. */
export function limits(statement: Statement, { take, skip }: Args): string {
  if (typeof take === 'number' && take < 0) throw new Unplanned('the last rows')
  const limit = take === undefined ? '' : ` LIMIT ${statement.value(take)}`
  return skip === undefined || skip === 0 ? limit : `${limit} OFFSET ${statement.value(skip)}`
}

function asItIs(value: unknown): unknown {
  return value
}

/** Bytes as PostgreSQL writes them: `\x` and hexadecimal digits. */
function bytes(value: unknown): Uint8Array | null {
  return typeof value === 'string' ? Uint8Array.from(Buffer.from(value.slice(2), 'hex')) : null
}

/** Days and instants, as PostgreSQL writes them in UTC, in a column of its own or within JSON. */
function instant(value: unknown): Date | null {
  if (typeof value !== 'string') return null
  if (value.length === 10) return new Date(value)
  // "2026-11-23 09:00:00.5+00" of a column; JSON has the T already.
  return new Date(value.replace(' ', 'T').replace(/\+00$/, 'Z'))
}

const readers: Readonly<Record<string, (value: unknown) => unknown>> = { DateTime: instant, Bytes: bytes }
