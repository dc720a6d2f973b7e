import type { Pool, PoolClient } from '@sitai/db/connect'
import { statementName } from '@sitai/db/statementName'

/** What takes statements: the pool, or the one connection of a transaction. */
export type Connection = Pool | PoolClient

/** Dates and instants as PostgreSQL writes them, numbers and truth values as such, JSON read. */
const types = { getTypeParser: (oid: number) => parsers.get(oid) ?? ((text: string) => text) }
const parsers = new Map<number, (text: string) => unknown>([
  [16, (text) => text === 't'],
  ...[21, 23, 700, 701].map((oid) => [oid, Number] as const),
  ...[114, 3802].map((oid) => [oid, (text: string): unknown => JSON.parse(text)] as const),
])

/** The rows of a statement, each the list of its values, and how many it read or changed; every connection prepares it once. */
export async function prepared(
  connection: Connection,
  text: string,
  values: readonly unknown[],
): Promise<{ readonly rows: unknown[][]; readonly count: number }> {
  const { rows, rowCount } = await connection.query<unknown[]>({
    name: statementName(text),
    text,
    values: [...values],
    rowMode: 'array',
    types,
  })
  return { rows, count: rowCount ?? 0 }
}
