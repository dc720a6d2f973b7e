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

type Value = string | number | boolean | null

/**
 * Rows as a table to select from, its columns of these types of PostgreSQL. Of a single row it makes constants, and
 * plans for just that.
 */
export function tableOf<Column extends string>(
  columns: Readonly<Record<Column, 'int' | 'text' | 'date' | 'boolean'>>,
  rows: readonly Readonly<Record<Column, Value>>[],
): Prisma.Sql {
  const typed = Object.entries<string>(columns)
  const [one, second] = rows
  if (!one || second) {
    const shape = typed.map(([name, type]) => `${name} ${type}`).join(', ')
    return Prisma.sql`(select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(${Prisma.raw(shape)}))`
  }
  const values = new Map(Object.entries<Value>(one))
  const cells = typed.map(([name, type]) => Prisma.sql`${values.get(name)}::${Prisma.raw(`${type} as ${name}`)}`)
  return Prisma.sql`(select ${Prisma.join(cells)})`
}
