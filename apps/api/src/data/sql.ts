import { Prisma } from '@sitai/db/client'

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

/** Words of ours as a list of SQL literals: states, kinds. */
export function literals(words: readonly string[]): Prisma.Sql {
  return Prisma.raw(words.map((word) => `'${word.replaceAll("'", "''")}'`).join(', '))
}

/** The Chinese label of a column's code, by a closed list; the code itself where the list does not hold it. */
export function labelCase(column: string, items: readonly { readonly code: string; readonly label: string }[]) {
  const whens = items.map(({ code, label }) => Prisma.sql`when ${literals([code])} then ${literals([label])}`)
  return Prisma.sql`case ${Prisma.raw(column)}::text ${Prisma.join(whens, ' ')} else ${Prisma.raw(column)}::text end`
}
