import { limits, refuseOthers, selection } from './columns.ts'
import { condition } from './conditions.ts'
import { order } from './order.ts'
import type { Plan } from './plan.ts'
import { type Args, newStatement, Unplanned } from './statement.ts'
import type { Table } from './tables.ts'

/** findMany */
export function found(table: Table, args: Args): Plan {
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

/** findFirst, findUnique; `missing` is what Prisma answers for want of a row, undefined where it throws. */
export function one(table: Table, args: Args, missing: null | undefined): Plan {
  if (args['take'] !== undefined) throw new Unplanned('take')
  const { read, ...statement } = found(table, { ...args, take: 1 })
  const first = (rows: Parameters<Plan['read']>[0]) => {
    const row = read(rows, rows.length)
    return Array.isArray(row) && row.length > 0 ? row[0] : missing
  }
  return { ...statement, read: first }
}

/** count */
export function counted(table: Table, args: Args): Plan {
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
