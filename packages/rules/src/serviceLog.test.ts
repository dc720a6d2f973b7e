import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from './calendar.ts'
import {
  countsLabel,
  isLateEntry,
  type ServiceLogFacts,
  serviceLogInput,
  serviceLogProblems,
  visitOf,
} from './serviceLog.ts'
import { defaultSettings } from './settings.ts'

const TODAY = '2026-11-23'
const rules = { today: TODAY, settings: defaultSettings }
const log: ServiceLogFacts = {
  type: 'CONSULTATION',
  occurredOn: '2026-11-20',
  content: '解答居民关于拖欠工资的咨询，告知仲裁途径。',
  persons: 2,
  items: 1,
  sessions: 0,
  copies: 0,
}
const problems = (some: Partial<ServiceLogFacts>) =>
  serviceLogProblems({ ...log, ...some }, rules).map(({ field, message }) => `${field} ${message}`)

describe('submitting a service log', () => {
  test('a log of last week with words and counts is in order', () => {
    expect(problems({})).toEqual([])
  })

  test('it is not of the future', () => {
    expect(problems({ occurredOn: '2026-11-24' })).toEqual(['occurredOn 服务日期不能晚于今天'])
    expect(problems({ occurredOn: TODAY })).toEqual([])
  })

  test('after 30 days it needs a reason', () => {
    expect(problems({ occurredOn: '2026-10-24' })).toEqual([])
    expect(problems({ occurredOn: '2026-10-23' })).toEqual(['lateReason 服务日期已超过30天，请填写补录原因'])
    expect(problems({ occurredOn: '2026-10-23', lateReason: '社区停电，事后补录' })).toEqual([])
  })

  test('its content has 15 characters, blanks not counted, a rare character once', () => {
    expect(problems({ content: '解答咨询' + ' '.repeat(20) })).toEqual(['content 服务内容至少15个字，现为4个字'])
    expect(problems({ content: '𠮷'.repeat(15) })).toEqual([])
    expect(problems({ content: null })).toEqual(['content 服务内容至少15个字，现为0个字'])
  })

  test('at least one count that applies to the type is above nothing', () => {
    expect(problems({ persons: 0, items: 0 })).toEqual(['persons 请填写服务人次或办理件数，至少一项大于0'])
    expect(problems({ type: 'LEAFLETS', persons: 0, items: 0, copies: 100 })).toEqual([])
  })

  test('a count that does not apply to the type is refused', () => {
    expect(problems({ copies: 3 })).toEqual(['copies 此服务类型不计发放份数'])
  })

  test('a type the bureau added may say itself what it counts', () => {
    const own = { ...log, type: 'NIGHT_CLINIC', items: 0 }
    expect(serviceLogProblems(own, rules)).toEqual([])
    expect(serviceLogProblems(own, { ...rules, counts: ['sessions'] }).map(({ field }) => field)).toEqual([
      'persons',
      'sessions',
    ])
  })

  test('whether it is late depends on the days alone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 100 }), (days, allowed) => {
        const settings = { ...defaultSettings, logBackDays: allowed }
        expect(isLateEntry(addDays(TODAY, -days), { today: TODAY, settings })).toBe(days > allowed)
      }),
    )
  })
})

describe('the input of a service log', () => {
  const input = {
    pairingId: 'UGFpcmluZzox',
    typeCode: 'CONSULTATION',
    topicCode: 'LABOUR',
    occurredOn: '2026年11月20日',
  }

  test('a draft may be empty of words and counts', () => {
    expect(serviceLogInput.parse({ ...input, content: '' })).toMatchObject({
      occurredOn: '2026-11-20',
      content: null,
      persons: 0,
    })
  })

  test('negative counts and huge ones are refused', () => {
    expect(serviceLogInput.safeParse({ ...input, persons: -1 }).success).toBe(false)
    expect(serviceLogInput.safeParse({ ...input, persons: 1.5 }).success).toBe(false)
    expect(serviceLogInput.safeParse({ ...input, persons: 1e9 }).success).toBe(false)
  })

  test('counts are read out in their units', () => {
    expect(countsLabel({ persons: 12, items: 3, sessions: 0, copies: 0 })).toBe('12人次、3件')
  })
})

describe('the visit a log belongs to', () => {
  const visit = { id: 'v1', pairingId: 'p1', plannedOn: TODAY }
  const occasion = { pairingId: 'p1', occurredOn: TODAY, remote: '' }

  test('the only one at that community on that day, and none when the service was given by telephone', () => {
    expect(visitOf(occasion, [visit, { ...visit, id: 'v2', pairingId: 'p2' }])).toBe('v1')
    expect(visitOf({ ...occasion, remote: 'PHONE' }, [visit])).toBe('')
    expect(visitOf({ ...occasion, occurredOn: addDays(TODAY, -1) }, [visit])).toBe('')
  })

  test('of two on one day the adviser says which', () => {
    expect(visitOf(occasion, [visit, { ...visit, id: 'v2' }])).toBe('')
  })
})
