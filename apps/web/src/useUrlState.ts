import { useSearchParams } from 'react-router'

import { readUrl, type Shape, type UrlOf } from './urlState.ts'

/**
 * The state of a page that lives in its address. Setting something else than the page starts at page 1 again;
 * a default leaves the address, so the plain address is the plain page.
 */
export function useUrlState<S extends Shape>(
  shape: S,
): [state: UrlOf<S>, set: (patch: Partial<UrlOf<S>>, options?: { replace?: boolean }) => void] {
  const [params, setParams] = useSearchParams()
  const set = (patch: Partial<UrlOf<S>>, { replace = false }: { replace?: boolean } = {}) =>
    setParams((before) => patched(shape, before, { page: 1, ...patch }), { replace, preventScrollReset: true })
  return [readUrl(shape, params), set]
}

function patched(shape: Shape, before: URLSearchParams, patch: Readonly<Record<string, unknown>>): URLSearchParams {
  const defaults: Readonly<Record<string, unknown>> = readUrl(shape, new URLSearchParams())
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
