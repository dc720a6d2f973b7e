import { createHash } from 'node:crypto'
import type { PrismaClient } from '@sitai/db/client'
import type { Pool } from '@sitai/db/connect'
import { limits, refuseOthers, selection } from './columns.ts'
import { condition } from './conditions.ts'
import { order } from './order.ts'
import { isArgs, newStatement, Unplanned, type Args } from './statement.ts'
import { tables, type Table } from './tables.ts'

/** One statement for a whole read, and how its rows become what Prisma would answer. */
export interface Plan {
  readonly text: string
  readonly values: readonly unknown[]
  readonly read: (rows: readonly (readonly unknown[])[]) => unknown
}

type Method = 'findMany' | 'findFirst' | 'count'

/** Prisma's arguments as one statement; null where they say something the planner does not speak. */
export function plan(model: string, method: Method, args: unknown): Plan | null {
  const table = tables.get(model)
  try {
    if (!table || !isArgs(args)) return null
    return method === 'count' ? counted(table, args) : found(table, method, args)
  } catch (error) {
    if (error instanceof Unplanned) return null
    throw error
  }
}

function found(table: Table, method: 'findMany' | 'findFirst', args: Args): Plan {
  refuseOthers(args)
  const statement = newStatement()
  const it = statement.alias()
  const { sql, read } = selection(statement, table, it, args)
  const where = condition(statement, table, it, args['where'])
  const sorted = order(table, it, args['orderBy'])
  const bounds = limits(statement, method === 'findFirst' ? { ...args, take: 1 } : args)
  if (method === 'findFirst' && args['take'] !== undefined) throw new Unplanned('take')
  const text = `SELECT ${sql.join(', ')} FROM ${table.sql} ${it} WHERE ${where}${sorted && ` ORDER BY ${sorted}`}${bounds}`
  const all = (rows: readonly (readonly unknown[])[]) => rows.map((row) => read(row))
  return {
    text,
    values: statement.values,
    read: method === 'findMany' ? all : ([row]) => (row ? read(row) : null),
  }
}

function counted(table: Table, args: Args): Plan {
  if (Object.entries(args).some(([key, value]) => key !== 'where' && value !== undefined)) throw new Unplanned('count')
  const statement = newStatement()
  const it = statement.alias()
  const where = condition(statement, table, it, args['where'])
  return {
    text: `SELECT count(*)::int FROM ${table.sql} ${it} WHERE ${where}`,
    values: statement.values,
    read: ([row]) => row?.[0],
  }
}

/** The names of the statements each connection keeps prepared; beyond so many, a statement is sent as it is. */
const names = new Map<string, string>()
const mostNames = 1000

/** The name under which a statement is prepared; undefined when there are too many to prepare this one, too. */
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** Dates and instants as PostgreSQL writes them, numbers and truth values as such, JSON read. */
const types = { getTypeParser: (oid: number) => parsers.get(oid) ?? ((text: string) => text) }
const parsers = new Map<number, (text: string) => unknown>([
  [16, (text) => text === 't'],
  ...[21, 23, 700, 701].map((oid) => [oid, Number] as const),
  ...[114, 3802].map((oid) => [oid, (text: string): unknown => JSON.parse(text)] as const),
])

/** Runs a plan on a connection of the pool. */
export async function run(pool: Pool, { text, values, read }: Plan): Promise<unknown> {
  const { rows } = await pool.query<unknown[]>({
    name: nameOf(text),
    text,
    values: [...values],
    rowMode: 'array',
    types,
  })
  return read(rows)
}

const planned: ReadonlySet<string> = new Set<Method>(['findMany', 'findFirst', 'count'])

function isPlanned(method: PropertyKey): method is Method {
  return typeof method === 'string' && planned.has(method)
}

/**
 * The client, whose `findMany`, `findFirst` and `count` are one prepared statement each, whatever they select. What
 * the planner does not speak, and all else (transactions above all), is Prisma's; so is a read that PostgreSQL
 * refuses, so that its error is Prisma's too.
 */
export function withPlannedReads(client: PrismaClient, pool: Pool): PrismaClient {
  const delegates = new Map<PropertyKey, unknown>()
  return new Proxy(client, {
    get(target, name) {
      if (!delegates.has(name)) delegates.set(name, delegate(Reflect.get(target, name), name, pool))
      return delegates.get(name)
    },
  })
}

function delegate(original: unknown, name: PropertyKey, pool: Pool): unknown {
  const model = typeof name === 'string' ? `${name[0]?.toUpperCase()}${name.slice(1)}` : ''
  if (!tables.has(model) || typeof original !== 'object' || original === null) return original
  return new Proxy(original, {
    get(target, method) {
      const prismas: unknown = Reflect.get(target, method)
      if (!isPlanned(method) || typeof prismas !== 'function') return prismas
      const ask = (args: unknown): unknown => Reflect.apply(prismas, target, [args])
      return (args: unknown = {}) => {
        const read = plan(model, method, args)
        return read ? run(pool, read).catch(() => ask(args)) : ask(args)
      }
    },
  })
}
