type Value = string | number | boolean | readonly string[]
/** Makes a value of all that stands under one name in an address. */
type Reader<T extends Value = Value> = (raw: readonly string[]) => T
/** What an address may say, name by name. */
export type Shape = Readonly<Record<string, Reader>>
/** What an address of this shape says: `UrlOf<typeof Url>`. */
export type UrlOf<S extends Shape> = { [Name in keyof S]: ReturnType<S[Name]> }

/** The only value of a name, if a pattern or test finds it good. */
const one =
  (isGood: (text: string) => boolean) =>
  ([text = '', ...more]: readonly string[]) =>
    more.length === 0 && isGood(text) ? text : ''

/**
 * What may stand in an address's search: `const Url = { q: url.text(), … }`.
 * What is absent or nonsense reads as the default: an address typed by hand never breaks a page.
 */
export const url = {
  text: () => one((text) => text.length <= 200),
  /** One of these words; the first is the default. */
  oneOf:
    <const Words extends readonly [string, ...string[]]>(words: Words) =>
    ([text]: readonly string[]): Words[number] =>
      words.find((it) => it === text) ?? words[0],
  /** Several values of one name. */
  list: () => (raw: readonly string[]) => raw.filter((it) => it !== ''),
  /** A day as `2026-11-23`, or empty. */
  day: () => one((text) => /^\d{4}-\d{2}-\d{2}$/.test(text)),
  /** A month as `2026-11`, or empty. */
  month: () => one((text) => /^\d{4}-\d{2}$/.test(text)),
  flag:
    () =>
    ([text]: readonly string[]) =>
      text === '1',
  /** A whole number of at least 1. */
  count:
    (otherwise: number) =>
    ([text = '']: readonly string[]) =>
      Number.isSafeInteger(Number(text)) && Number(text) >= 1 ? Number(text) : otherwise,
  /** `name` ascending, `-name` descending, by one of these keys. */
  sort: <Key extends string>(keys: readonly Key[], otherwise: Key | `-${Key}` | '' = '') => {
    const read = one((text) => keys.some((key) => text === key || text === `-${key}`))
    return (raw: readonly string[]): string => read(raw) || otherwise
  },
} as const satisfies Readonly<Record<string, (...given: never[]) => Reader>>

/** Names that every list's address uses; spread them into the page's own. */
export const listUrl = { q: url.text(), page: url.count(1), size: url.count(20), columns: url.list(), view: url.text() }

/** A page of a list as the API is asked for it; it gives no more than a hundred at once. */
export function pageOf({ page, size }: { page: number; size: number }): { first: number; offset: number } {
  return { first: Math.min(size, 100), offset: (page - 1) * size }
}

/** Reads an address by its shape; for loaders. */
export function readUrl<S extends Shape>(shape: S, from: Request | URLSearchParams): UrlOf<S>
export function readUrl(shape: Shape, from: Request | URLSearchParams): UrlOf<Shape> {
  const params = from instanceof URLSearchParams ? from : new URL(from.url).searchParams
  return Object.fromEntries(Object.entries(shape).map(([name, read]) => [name, read(params.getAll(name))]))
}

/** `-name` as the API takes an order: `{ key: 'name', direction: 'DESC' }`. */
export function orderOf(sort: string): { key: string; direction: 'ASC' | 'DESC' } | null {
  if (sort === '') return null
  return sort.startsWith('-') ? { key: sort.slice(1), direction: 'DESC' } : { key: sort, direction: 'ASC' }
}

/** Those of the known words that stand in an address; null when none does, which filters nothing. */
export function chosenOf<const Word extends string>(known: readonly Word[], words: readonly string[]): Word[] | null {
  const chosen = known.filter((it) => words.includes(it))
  return chosen.length > 0 ? chosen : null
}

/** The known word, or null, which filters nothing. */
export function knownOf<const Word extends string>(known: readonly Word[], word: string): Word | null {
  return known.find((it) => it === word) ?? null
}
