import { Prisma } from '@sitai/db/client'
import { within } from './access.ts'

/** `within(code)` for raw SQL: the column's code lies in the division's own range. */
export function codeWithin(column: string, code: string): Prisma.Sql {
  const { gte, lt } = within(code)
  const name = Prisma.raw(column)
  if (gte === undefined || lt === undefined) return Prisma.sql`true`
  return Prisma.sql`(${name} >= ${gte} and ${name} < ${lt})`
}
