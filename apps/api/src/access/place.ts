import { Prisma } from '@sitai/db/client'

/**
 * A division code's own range: `{ gte: '330203', lt: '330204' }` holds the district, its streets, its communities.
 * A range instead of LIKE, so that every plan may use the index. The whole country ('') is no filter.
 */
export function within(code: string): { gte?: string; lt?: string } {
  if (code === '') return {}
  // What is no code holds nothing.
  if (!/^\d+$/.test(code)) return { gte: code, lt: code }
  return { gte: code, lt: String(BigInt(code) + 1n).padStart(code.length, '0') }
}

/**
 * `within(code)` for firms and people, whose own division is always a district: equal to a district's code, so that an
 * index on (division, name) also gives the order.
 */
export function inDistricts(code: string): string | { gte?: string; lt?: string } {
  return code.length === 6 ? code : within(code)
}

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

/** The divisions whose rows count in a place, the farthest first: the whole system (''), province, city, district. */
export function divisionsAbove(code: string): string[] {
  return ['', ...[2, 4, 6].filter((length) => length <= code.length).map((length) => code.slice(0, length))]
}
