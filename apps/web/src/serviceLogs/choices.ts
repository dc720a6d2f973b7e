import { defaultServiceTypes, defaultTopics } from '@sitai/rules/taxonomy'

import type { Choice } from './LogFields.tsx'

/** The service types and topics as the bureau begins with them. */
export const typeChoices: readonly Choice[] = defaultServiceTypes.map(({ code, label }) => ({ value: code, label }))
export const topicChoices: readonly Choice[] = defaultTopics.map(({ code, label }) => ({ value: code, label }))

/** Up to six short texts one has written before, the latest first: whole contents when short, else their first sentence. */
export function phrasesOf(contents: readonly string[]): string[] {
  const short = contents.map((text) => (text.length <= 40 ? text : `${text.split(/[。；\n]/u)[0] ?? ''}。`)).filter((text) => text.length >= 6 && text.length <= 60)
  return [...new Set(short)].slice(0, 6)
}
