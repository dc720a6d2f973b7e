import { Prisma } from '@sitai/db/client'
import pg from 'pg'
import type { Connection } from './prepared.ts'

/** What `$queryRaw` and `$executeRaw` are given: a template, or a statement made of such. */
export type Given = readonly [TemplateStringsArray | Prisma.Sql, ...unknown[]]

/**
 * The rows of a statement written by hand, read as Prisma's `$queryRaw` reads them. It is planned for its values each
 * time: aggregates need that.
 */
export async function queryRaw(connection: Connection, ...given: Given): Promise<unknown[]> {
  const { rows } = await connection.query<Record<string, unknown>>({ ...statementOf(given), types })
  return rows
}

/** How many rows it touched. */
export async function executeRaw(connection: Connection, ...given: Given): Promise<number> {
  const { rowCount } = await connection.query(statementOf(given))
  return rowCount ?? 0
}

function statementOf([first, ...values]: Given): { text: string; values: unknown[] } {
  const statement = first instanceof Prisma.Sql ? first : Prisma.sql(first, ...values)
  return { text: statement.text, values: statement.values.map(sent) }
}

/** Instants go in UTC, whatever zone this process runs in. */
function sent(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return Buffer.from(value)
  return Array.isArray(value) ? value.map(sent) : value
}

const { builtins } = pg.types
const text = (value: string) => value
/** The type of the catalogue's names, which pg has no word for. */
const NAME = 19
const instant = (value: string) => new Date(`${value.replace(' ', 'T').replace(/\+00$/, '')}Z`)
const day = (value: string) => new Date(`${value}T00:00:00Z`)

const parsers = new Map<number, (value: string) => unknown>([
  [builtins.BOOL, (value) => value === 't'],
  ...[builtins.INT2, builtins.INT4, builtins.FLOAT4, builtins.FLOAT8].map((oid) => [oid, Number] as const),
  [builtins.INT8, BigInt],
  [builtins.NUMERIC, (value) => new Prisma.Decimal(value)],
  ...[builtins.JSON, builtins.JSONB].map((oid) => [oid, (value: string): unknown => JSON.parse(value)] as const),
  [builtins.DATE, day],
  [builtins.TIMESTAMP, instant],
  [builtins.TIMESTAMPTZ, instant],
  [builtins.BYTEA, (value) => Uint8Array.from(Buffer.from(value.slice(2), 'hex'))],
  ...[builtins.TEXT, builtins.VARCHAR, builtins.BPCHAR, builtins.UUID, builtins.TIME, NAME].map(
    (oid) => [oid, text] as const,
  ),
])

/** Arrays of numbers, texts, names, codes and uuids, by the array type of pg that reads them. */
const lists = new Map([
  ...[1005, 1007].map((oid) => [oid, 1007] as const),
  ...[1002, 1003, 1009, 1015, 2951].map((oid) => [oid, 1009] as const),
])
const listParser = (oid: number): ((value: string) => unknown) =>
  Reflect.apply(pg.types.getTypeParser, undefined, [oid])

/** Types that somebody made: our enums. */
const firstOwn = 16_384

const types = {
  getTypeParser: (oid: number): ((value: string) => unknown) => {
    const parser = parsers.get(oid)
    if (parser) return parser
    const list = lists.get(oid)
    if (list !== undefined) return listParser(list)
    if (oid >= firstOwn) return text
    // Thrown where a value is read, which fails the question; thrown here it would fail the process.
    return () => {
      throw new Error(`A statement answered the type ${oid}, which is read nowhere; cast it.`)
    }
  },
}
