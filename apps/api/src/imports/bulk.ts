/** Many rows in one statement. The rows travel as JSON, the database casts them to the table's own types. */
import { Prisma } from '@sitai/db/client'
import type { Tx } from '../acts/write.ts'

/** A row by column of the client (camelCase); bytes, dates and lists as Prisma gives and takes them. */
export type TableRow = Readonly<Record<string, unknown>>

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const quoted = (name: string) => Prisma.raw(`"${snake(name)}"`)

/** A row as JSON that PostgreSQL casts to the table's row type: bytes in hex, column names as in the database. */
export function tableJson(row: TableRow): Record<string, unknown> {
  const json: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(row)) {
    json[snake(key)] = value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
  }
  return json
}

const recordset = (table: string, rows: readonly TableRow[]) =>
  Prisma.sql`jsonb_populate_recordset(NULL::${Prisma.raw(`"${table}"`)}, ${JSON.stringify(rows.map(tableJson))}::jsonb)`

/** Inserts rows that all fill the same columns; `conflict` as in ON CONFLICT. */
export async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly TableRow[],
  conflict: Prisma.Sql = Prisma.empty,
): Promise<void> {
  if (rows.length === 0) return
  const names = Prisma.join(columns.map(quoted))
  await tx.$executeRaw`INSERT INTO ${Prisma.raw(`"${table}"`)} (${names}) SELECT ${names} FROM ${recordset(table, rows)} ${conflict}`
}

/** Sets the columns of rows whose key and version are as given. Answers how many were there to change. */
export async function updateRows(
  tx: Tx,
  table: string,
  key: string,
  columns: readonly string[],
  rows: readonly TableRow[],
): Promise<number> {
  if (rows.length === 0) return 0
  const sets = Prisma.join(columns.map((name) => Prisma.sql`${quoted(name)} = r.${quoted(name)}`))
  return tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} t SET ${sets}, version = t.version + 1
      FROM ${recordset(table, rows)} r
     WHERE t.${quoted(key)} = r.${quoted(key)} AND t.version = r.version`
}
