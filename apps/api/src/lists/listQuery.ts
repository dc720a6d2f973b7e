import type { Prisma } from '@sitai/db/client'
import { lengthOf } from '@sitai/rules/text'
import { Refusal } from '../acts/refusal.ts'

/** The most rows a list may skip; whoever looks further needs a filter. */
const deepest = 25_000

/** Prisma's arguments of a connection, moved on by `offset` rows: admin tables jump to a page by its number. */
export function paged<Query extends { skip?: number | undefined }>(
  query: Query,
  offset: number | null | undefined,
): Query & { skip: number } {
  const skip = offset ?? 0
  if (skip < 0 || skip > deepest)
    throw new Refusal('OFFSET_INVALID', `一次最多翻到第 ${deepest} 条，请加筛选条件。`, ['offset'])
  return { ...query, skip: (query.skip ?? 0) + skip }
}

/**
 * What a search box matches: part of the name, the beginning of the pinyin or of its initials, and whatever
 * more the list offers (a licence number's beginning, a phone's tail). Empty text matches all.
 */
export function searchWords<Where>(
  search: string | null | undefined,
  match: (text: string, plain: string) => Where[],
): { OR: Where[] } | undefined {
  const text = search?.trim() ?? ''
  if (text === '' || lengthOf(text) > 100) return undefined
  // A percent sign or an underline is looked for as itself.
  const literal = text.replaceAll(/[\\%_]/g, String.raw`\$&`)
  return { OR: match(literal, literal.toLowerCase().replaceAll(/\s+/g, '')) }
}

/** How the search word is looked for in a name and in what is made of it. */
export function nameMatches(text: string, plain: string) {
  return [{ name: { contains: text } }, { initials: { startsWith: plain } }, { pinyin: { startsWith: plain } }]
}

/** 'asc' | 'desc' as the API's SortDirection gives them. */
export type Direction = Prisma.SortOrder
