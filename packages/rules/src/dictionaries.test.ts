import { describe, expect, test } from '@jest/globals'
import * as dictionaries from './dictionaries.ts'
import { codeOf, codesOf, type DictionaryItem, labelOf, practitionerKinds, seats } from './dictionaries.ts'
import { countKinds, countsOf, defaultServiceTypes, defaultTopics } from './taxonomy.ts'

const lists: (readonly [string, readonly DictionaryItem[]])[] = [
  ...Object.entries(dictionaries).flatMap(([name, list]) => (Array.isArray(list) ? [[name, list] as const] : [])),
  ['defaultTopics', defaultTopics],
  ['defaultServiceTypes', defaultServiceTypes],
]

describe('the dictionaries', () => {
  test.each(lists)('%s has no code and no label twice, and codes fit GraphQL enums or levels', (_, list) => {
    expect(new Set(list.map((item) => item.code)).size).toBe(list.length)
    expect(new Set(list.map((item) => item.label)).size).toBe(list.length)
    for (const item of list) expect(item.code).toMatch(/^(?:[A-Z][A-Z_]*|[1-3])$/u)
  })

  test('a label of an Excel cell finds its code, a code finds itself', () => {
    expect(codeOf(practitionerKinds, '基层法律服务工作者')).toBe('GRASSROOTS_WORKER')
    expect(codeOf(practitionerKinds, 'full_time')).toBe('FULL_TIME')
    expect(codeOf(practitionerKinds, '律师')).toBeUndefined()
    expect(labelOf(seats, 'LEAD')).toBe('首席顾问')
    expect(labelOf(seats, 'UNKNOWN')).toBe('UNKNOWN')
    expect(codesOf(seats)).toEqual(['LEAD', 'ASSISTANT'])
  })

  test('the taxonomy has the 21 topics and 12 service types of the domain page', () => {
    expect(defaultTopics).toHaveLength(21)
    expect(defaultServiceTypes).toHaveLength(12)
  })

  test('a lecture counts sessions, handed-out material counts copies, an unknown type may count all', () => {
    expect(countsOf('LECTURE')).toEqual(['sessions', 'persons'])
    expect(countsOf('LEAFLETS')).toEqual(['copies'])
    expect(countsOf('BUREAUS_OWN')).toEqual(countKinds.map((count) => count.kind))
  })
})
