import { Prisma } from '@sitai/db/client'
import { within } from './access.ts'

/** `within(code)` for raw SQL: the column's code lies in the range of the division, or of one of several. */
export function codeWithin(column: string, code: string | readonly string[]): Prisma.Sql {
  if (typeof code !== 'string')
    return Prisma.sql`(${Prisma.join(
      code.map((each) => codeWithin(column, each)),
      ' or ',
    )})`
  const { gte, lt } = within(code)
  const name = Prisma.raw(column)
  if (gte === undefined || lt === undefined) return Prisma.sql`true`
  const said = (bound: string) => (/^\d+$/.test(bound) ? Prisma.raw(`'${bound}'`) : Prisma.sql`${bound}`)
  return Prisma.sql`(${name} >= ${said(gte)} and ${name} < ${said(lt)})`
}
