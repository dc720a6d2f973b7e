import { type DictionaryItem, labelOf } from '@sitai/rules/dictionaries'

/** Topics with their rank as the sheet writes them, in one order: `劳动争议3、物业2`. */
export function topicsFace(
  items: readonly { topicCode: string; rank: number }[],
  topics: readonly DictionaryItem[],
): string {
  return items
    .toSorted((a, b) => (a.topicCode < b.topicCode ? -1 : 1))
    .map(({ topicCode, rank }) => `${labelOf(topics, topicCode)}${rank}`)
    .join('、')
}
