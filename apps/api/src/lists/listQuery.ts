import { cursorToOffset, offsetToCursor } from '@pothos/plugin-relay'
import type { Prisma } from '@sitai/db/client'
import { lengthOf } from '@sitai/rules/text'
import { Refusal } from '../acts/refusal.ts'

/** The most rows a list may skip; whoever looks further needs a filter. */
const deepest = 25_000

interface Paged {
  readonly skip?: number | undefined
  readonly cursor?: object | undefined
}

/** Prisma's arguments of a connection whose keys are of this type: a cursor of another list may hold anything. */
export function withOwnCursor<Query extends Paged>(query: Query, type: 'string' | 'bigint'): Query {
  if (Object.values(query.cursor ?? {}).some((key) => typeof key !== type)) throw foreignCursor()
  return query
}

/** Prisma's arguments of a connection, moved on by `offset` rows: admin tables jump to a page by its number. */
export function paged<Query extends Paged>(query: Query, offset: number | null | undefined): Query & { skip: number } {
  const skip = offset ?? 0
  if (skip < 0 || skip > deepest)
    throw new Refusal('OFFSET_INVALID', `一次最多翻到第 ${deepest} 条，请加筛选条件。`, ['offset'])
  return { ...withOwnCursor(query, 'string'), skip: (query.skip ?? 0) + skip }
}

/** The same for a list without a key, whose cursors count its rows. */
export function counted<Args extends { after?: string | null | undefined; before?: string | null | undefined }>(
  args: Args,
  offset: number | null | undefined,
): Args & { after: string | null } {
  const { skip } = paged({}, offset)
  const after = skip > 0 ? offsetToCursor(skip - 1) : (args.after ?? null)
  for (const cursor of [after, args.before]) {
    if (cursor && !(cursorToOffset(cursor) >= 0 && cursorToOffset(cursor) <= deepest)) throw foreignCursor()
  }
  return { ...args, after }
}

function foreignCursor(): Refusal {
  return new Refusal('CURSOR_INVALID', '翻页的位置有误，请重新载入页面。', ['after'])
}

/** The most characters of a search. */
const longest = 100

/** What was typed into a search box. Refusal SEARCH_TOO_LONG for more than anybody looks for. */
export function searchText(search: string | null | undefined): string {
  const text = search?.trim() ?? ''
  if (lengthOf(text) > longest) throw new Refusal('SEARCH_TOO_LONG', `搜索的文字最多 ${longest} 个字。`, ['search'])
  return text
}

/** A text as a pattern that means just itself: Prisma takes % and _ in `contains` and `startsWith` for wildcards. */
export function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}

/**
 * What a search box matches: part of the name, the beginning of the pinyin or of its initials, and whatever
 * more the list offers (a licence number's beginning, a phone's tail). Empty text matches all. `match` is given patterns.
 */
export function searchWords<Where>(
  search: string | null | undefined,
  match: (text: string, plain: string) => Where[],
): { OR: Where[] } | undefined {
  const text = literal(searchText(search))
  if (text === '') return undefined
  return { OR: match(text, text.toLowerCase().replaceAll(/\s+/g, '')) }
}

/** How the search word is looked for in a name and in what is made of it. */
export function nameMatches(text: string, plain: string) {
  return [{ name: { contains: text } }, { initials: { startsWith: plain } }, { pinyin: { startsWith: plain } }]
}

/** 'asc' | 'desc' as the API's SortDirection gives them. */
export type Direction = Prisma.SortOrder
