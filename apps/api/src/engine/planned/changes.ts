import { newId } from '../../data/newId.ts'
import { selection } from './columns.ts'
import { condition } from './conditions.ts'
import type { Plan } from './plan.ts'
import { one } from './reads.ts'
import { type Args, isArgs, newStatement, entriesOf, type Statement, Unplanned } from './statement.ts'
import type { Column, Table } from './tables.ts'

const methods: Readonly<Record<string, (table: Table, args: Args) => Plan>> = {
  create: (table, args) => created(table, args),
  update: (table, args) => changed(table, args, updating, true),
  updateMany: (table, args) => changed(table, args, updating, false),
  delete: (table, args) => changed(table, args, deleting, true),
  deleteMany: (table, args) => changed(table, args, deleting, false),
}

/** How one of Prisma's methods that changes rows becomes one statement; undefined for those that don't. */
export function planChange(method: string): ((table: Table, args: Args) => Plan) | undefined {
  return Object.hasOwn(methods, method) ? methods[method] : undefined
}

/**
 * INSERT of one row. An id that is not given is made here, as Prisma makes it; other defaults are the table's. What is
 * asked of related rows is read by its id after it.
 */
function created(table: Table, args: Args): Plan {
  only(args, ['data', 'select', 'include'])
  const statement = newStatement()
  const it = statement.alias()
  const key = table.columns.get('id')
  const given = entriesOf(args['data'])
  const isNamed = key?.type !== 'String' || given.some(([name]) => name === 'id')
  const data = isNamed ? given : [['id', newId()] as const, ...given]
  const columns = data.map(([name, value]) => {
    const column = columnOf(table, name)
    return { name: column.sql, value: statement.value(stored(column, value)) }
  })
  if (columns.length === 0) throw new Unplanned('a row of defaults')
  const names = columns.map(({ name }) => name).join(', ')
  const values = columns.map(({ value }) => value).join(', ')
  const text = `INSERT INTO ${table.sql} AS ${it} (${names}) VALUES (${values})`
  const { select, include } = args
  const isPlain = include === undefined && entriesOf(select).every(([name]) => table.columns.has(name))
  const id = Object.fromEntries(data)['id']
  if (!isPlain && typeof id === 'string') {
    const after = one(table, { select, include, where: { id } }, undefined)
    return { text: `${text} RETURNING ${it}."id"`, values: statement.values, read: () => undefined, after }
  }
  only(args, ['data', 'select'])
  return { ...returning(statement, table, it, args, text), values: statement.values }
}

type Write = (statement: Statement, table: Table, it: string, args: Args) => string

/** UPDATE or DELETE of the row with this key, which is answered, or of all rows that match, which are counted. */
function changed(table: Table, args: Args, write: Write, isOne: boolean): Plan {
  only(args, ['data', 'where', ...(isOne ? ['select'] : [])])
  const statement = newStatement()
  const it = statement.alias()
  const text = `${write(statement, table, it, args)} WHERE ${condition(statement, table, it, args['where'])}`
  if (isOne) return { ...returning(statement, table, it, args, text), values: statement.values }
  return { text, values: statement.values, read: (_rows, count) => ({ count }) }
}

const updating: Write = (statement, table, it, args) => {
  const data = entriesOf(args['data']).map(([name, value]) => {
    const column = columnOf(table, name)
    const step = isArgs(value) && column.type !== 'Json' ? stepOf(value) : undefined
    if (step === undefined) return `${column.sql} = ${statement.value(stored(column, value))}`
    return `${column.sql} = ${it}.${column.sql} + ${statement.value(step)}`
  })
  if (data.length === 0) throw new Unplanned('nothing to change')
  return `UPDATE ${table.sql} AS ${it} SET ${data.join(', ')}`
}

const deleting: Write = (_statement, table, it) => `DELETE FROM ${table.sql} AS ${it}`

function returning(statement: Statement, table: Table, it: string, args: Args, text: string): Omit<Plan, 'values'> {
  // What a row belongs to may change with the same statement; that is read after it, by Prisma.
  for (const [name] of entriesOf(args['select'])) columnOf(table, name)
  const { sql, read } = selection(statement, table, it, args['select'] === undefined ? {} : { select: args['select'] })
  return { text: `${text} RETURNING ${sql.join(', ')}`, read: ([row]) => row && read(row) }
}

function only(args: Args, spoken: readonly string[]): void {
  for (const [key] of entriesOf(args)) if (!spoken.includes(key)) throw new Unplanned(key)
}

function columnOf(table: Table, name: string): Column {
  const column = table.columns.get(name)
  if (!column) throw new Unplanned(name)
  return column
}

/** `{ increment: 1 }` */
function stepOf(value: Args): number {
  const [[key, step] = ['', undefined], other] = entriesOf(value)
  if (key !== 'increment' || typeof step !== 'number' || other) throw new Unplanned(key)
  return step
}

/** A value as PostgreSQL takes it for this column. */
function stored({ type, isList }: Column, value: unknown): unknown {
  if (value === null) return value
  if (type === 'Json') return JSON.stringify(plainJson(value))
  if (isList && Array.isArray(value)) return value
  if (isList) throw new Unplanned('a change of a list')
  if (type === 'Bytes' && value instanceof Uint8Array) return Buffer.from(value)
  if (typeof value === 'object' && !(value instanceof Date)) throw new Unplanned('an object')
  return value
}

/** Prisma has objects that stand for the two kinds of null of a JSON column. */
function plainJson(value: unknown): unknown {
  const kind: unknown = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : null
  if (kind !== null && kind !== Object.prototype && kind !== Array.prototype) throw new Unplanned('a kind of null')
  return value
}
