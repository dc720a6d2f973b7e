import type { Pool } from '@sitai/db/connect'
import { statementName } from '@sitai/db/statementName'

/** Dates and instants as PostgreSQL writes them, numbers and truth values as such, JSON read. */
const types = { getTypeParser: (oid: number) => parsers.get(oid) ?? ((text: string) => text) }
const parsers = new Map<number, (text: string) => unknown>([
  [16, (text) => text === 't'],
  ...[21, 23, 700, 701].map((oid) => [oid, Number] as const),
  ...[114, 3802].map((oid) => [oid, (text: string): unknown => JSON.parse(text)] as const),
])

/** The rows of a statement, each the list of its values; every connection prepares it once. */
export async function prepared(pool: Pool, text: string, values: readonly unknown[]): Promise<unknown[][]> {
  const { rows } = await pool.query<unknown[]>({
    name: statementName(text),
    text,
    values: [...values],
    rowMode: 'array',
    types,
  })
  return rows
}
