import { createHash } from 'node:crypto'
import type { Pool } from '@sitai/db/connect'

/** The names of the statements each connection keeps prepared; beyond so many, a statement is sent as it is. */
const names = new Map<string, string>()
const mostNames = 1000

function nameOf(text: string): string | undefined {
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

/** The rows of a statement, each the list of its values; every connection prepares it once. */
export async function prepared(pool: Pool, text: string, values: readonly unknown[]): Promise<unknown[][]> {
  const { rows } = await pool.query<unknown[]>({
    name: nameOf(text),
    text,
    values: [...values],
    rowMode: 'array',
    types,
  })
  return rows
}
