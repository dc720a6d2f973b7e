import type { Choice } from './LogFields.tsx'

interface Entry {
  code: string
  label: string
  active: boolean
}

/** The entries of a dictionary that may be chosen anew; `chosen` stays choosable where it was chosen before. */
export function choicesOf(entries: readonly Entry[], chosen = ''): Choice[] {
  return entries.filter((it) => it.active || it.code === chosen).map(({ code, label }) => ({ value: code, label }))
}

/** All entries, for filters: old logs bear retired ones. */
export function allChoices(entries: readonly Entry[]): Choice[] {
  return entries.map(({ code, label }) => ({ value: code, label }))
}

/** Up to six short texts one has written before, the latest first: whole contents when short, else their first sentence. */
export function phrasesOf(contents: readonly string[]): string[] {
  const short = contents
    .map((text) => (text.length <= 40 ? text : `${text.split(/[。；\n]/u)[0] ?? ''}。`))
    .filter((text) => text.length >= 6 && text.length <= 60)
  return [...new Set(short)].slice(0, 6)
}
