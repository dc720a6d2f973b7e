import { useSearchParams } from 'react-router'
import { z } from 'zod/mini'

type Value = string | number | boolean | readonly string[]
type Schema = z.core.$ZodObject<Readonly<Record<string, z.core.$ZodType<Value>>>>

/**
 * What may stand in an address's search, for `z.object({ q: url.text(), … })` (from `zod/mini`).
 * What is absent or nonsense reads as the default: an address typed by hand never breaks a page.
 */
export const url = {
  text: () => z.catch(z.string().check(z.maxLength(200)), ''),
  /** One of these words; the first is the default. */
  oneOf: <const Words extends readonly [string, ...string[]]>(words: Words) => z.catch(z.enum(words), words[0]),
  /** Several values of one name. */
  list: () => z.catch(z.pipe(z.transform(listOf), z.array(z.string())), []),
  /** A day as `2026-11-23`, or empty. */
  day: () => z.catch(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), ''),
  /** A month as `2026-11`, or empty. */
  month: () => z.catch(z.string().check(z.regex(/^\d{4}-\d{2}$/)), ''),
  flag: () =>
    z.catch(
      z.pipe(
        z.transform((raw) => raw === '1' || raw === true),
        z.boolean(),
      ),
      false,
    ),
  /** A whole number of at least 1. */
  count: (otherwise: number) => z.catch(z.pipe(z.transform(Number), z.int().check(z.minimum(1))), otherwise),
  /** `name` ascending, `-name` descending, by one of these keys. */
  sort: <Key extends string>(keys: readonly [Key, ...Key[]], otherwise: Key | `-${Key}` | '' = '') =>
    z.catch(z.string().check(z.refine((raw) => keys.some((key) => raw === key || raw === `-${key}`))), otherwise),
}

/** Names that every list's address uses; spread them into the page's own. */
export const listUrl = { q: url.text(), page: url.count(1), size: url.count(20), columns: url.list(), view: url.text() }

/** Reads an address by its schema; for loaders. */
export function readUrl<S extends Schema>(schema: S, from: Request | URLSearchParams): z.output<S> {
  const params = from instanceof URLSearchParams ? from : new URL(from.url).searchParams
  const raw = Object.keys(schema._zod.def.shape).map((key) => {
    const values = params.getAll(key)
    return [key, values.length > 1 ? values : values[0]]
  })
  return z.parse(schema, Object.fromEntries(raw))
}

/**
 * The state of a page that lives in its address. Setting something else than the page starts at page 1 again;
 * a default leaves the address, so the plain address is the plain page.
 */
export function useUrlState<S extends Schema>(
  schema: S,
): [state: z.output<S>, set: (patch: Partial<z.output<S>>, options?: { replace?: boolean }) => void] {
  const [params, setParams] = useSearchParams()
  const set = (patch: Partial<z.output<S>>, { replace = false }: { replace?: boolean } = {}) =>
    setParams((before) => patched(schema, before, { page: 1, ...patch }), { replace, preventScrollReset: true })
  return [readUrl(schema, params), set]
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

function patched(schema: Schema, before: URLSearchParams, patch: Readonly<Record<string, unknown>>): URLSearchParams {
  const defaults: Readonly<Record<string, unknown>> = readUrl(schema, new URLSearchParams())
  const next = new URLSearchParams(before)
  for (const [key, value] of Object.entries(patch)) {
    next.delete(key)
    if (String(value) === String(defaults[key])) continue
    for (const word of listOf(value)) next.append(key, word === true ? '1' : String(word))
  }
  return next
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === '' || value === false) return []
  return Array.isArray(value) ? value : [value]
}
