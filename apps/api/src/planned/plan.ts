import { planChange } from './changes.ts'
import { limits, refuseOthers, selection } from './columns.ts'
import { condition } from './conditions.ts'
import { order } from './order.ts'
import { type Connection, prepared } from './prepared.ts'
import { type Args, isArgs, newStatement, Unplanned } from './statement.ts'
import { type Table, tables } from './tables.ts'

/** One statement for a whole read or change, and what Prisma would answer, made of its rows or of their number. */
export interface Plan {
  readonly text: string
  readonly values: readonly unknown[]
  /** undefined where Prisma would throw, for want of a row. */
  readonly read: (rows: readonly (readonly unknown[])[], count: number) => unknown
}

const methods: Readonly<Record<string, (table: Table, args: Args) => Plan>> = {
  findMany: (table, args) => found(table, args),
  findFirst: (table, args) => one(table, args, null),
  findFirstOrThrow: (table, args) => one(table, args, undefined),
  count: counted,
}

/** Asked by many at once, Prisma makes one statement of these; in a transaction one asks after the other. */
const single: typeof methods = {
  findUnique: (table, args) => one(table, args, null),
  findUniqueOrThrow: (table, args) => one(table, args, undefined),
}

/** Prisma's arguments of a read as one statement; null where they say something the planner does not speak. */
export function plan(model: string, method: string, args: unknown): Plan | null {
  return spoken(model, Object.hasOwn(methods, method) ? methods[method] : undefined, args)
}

/** As `plan`, for whatever a transaction does. */
export function planAny(model: string, method: string, args: unknown): Plan | null {
  const make = Object.hasOwn(single, method) ? single[method] : planChange(method)
  return make ? spoken(model, make, args) : plan(model, method, args)
}

function spoken(model: string, make: ((table: Table, args: Args) => Plan) | undefined, args: unknown): Plan | null {
  const table = tables.get(model)
  try {
    return make && table && isArgs(args) ? make(table, args) : null
  } catch (error) {
    if (error instanceof Unplanned) return null
    throw error
  }
}

function found(table: Table, args: Args): Plan {
  refuseOthers(args)
  const statement = newStatement()
  const it = statement.alias()
  const { sql, read } = selection(statement, table, it, args)
  const where = condition(statement, table, it, args['where'])
  const sorted = order(table, it, args['orderBy'])
  const bounds = limits(statement, args)
  const text = `SELECT ${sql.join(', ')} FROM ${table.sql} ${it} WHERE ${where}${sorted && ` ORDER BY ${sorted}`}${bounds}`
  return { text, values: statement.values, read: (rows) => rows.map((row) => read(row)) }
}

function one(table: Table, args: Args, missing: null | undefined): Plan {
  if (args['take'] !== undefined) throw new Unplanned('take')
  const { read, ...statement } = found(table, { ...args, take: 1 })
  const first = (rows: Parameters<Plan['read']>[0]) => {
    const row = read(rows, rows.length)
    return Array.isArray(row) && row.length > 0 ? row[0] : missing
  }
  return { ...statement, read: first }
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

/** Runs a plan; undefined where Prisma would throw. */
export async function run(connection: Connection, { text, values, read }: Plan): Promise<unknown> {
  const { rows, count } = await prepared(connection, text, values)
  return read(rows, count)
}
