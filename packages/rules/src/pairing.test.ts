import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from './calendar.ts'
import { problemsOf } from './fields.ts'
import {
  lastDayOfTerm,
  nextTerm,
  pairingInput,
  refuseDayOfTerm,
  refuseTerm,
  terminationInput,
  termLabel,
} from './pairing.ts'
import { defaultSettings } from './settings.ts'
import { checkInDoubts, minutesSpent, visitInput } from './visit.ts'
import { instantOf } from './calendar.ts'

const term = { from: '2026-01-01', to: '2028-01-01' }
const input = { communityCode: '330203001001', practitionerId: 'UHJhY3RpdGlvbmVyOjE=', seat: 'LEAD', visitsPerMonth: 1 }

describe('the term of a pairing', () => {
  test('people read its last day, not the first day after', () => {
    expect(termLabel(term)).toBe('2026-01-01 至 2027-12-31')
    expect(lastDayOfTerm(term)).toBe('2027-12-31')
  })

  test('the successor starts at its end and is as long', () => {
    expect(nextTerm(term)).toEqual({ from: '2028-01-01', to: '2030-01-01' })
    expect(nextTerm({ from: '2026-01-05', to: '2026-01-20' })).toEqual({ from: '2026-01-20', to: '2026-02-19' })
  })

  test('a term is neither empty nor longer than the bureau allows', () => {
    expect(refuseTerm({ from: '2026-01-01', to: '2026-01-01' }, defaultSettings)).toBe('聘期的截止日不能早于起始日')
    expect(refuseTerm({ from: '2026-01-01', to: '2029-01-02' }, defaultSettings)).toBe('聘期最长3年')
    expect(refuseTerm({ from: '2026-01-01', to: '2029-01-01' }, defaultSettings)).toBeNull()
    const result = pairingInput(defaultSettings).safeParse({ ...input, termFrom: '2026-01-01', termTo: '2030-01-01' })
    expect(!result.success && problemsOf(result.error)).toEqual([{ field: 'termTo', message: '聘期最长3年' }])
  })

  test('a termination takes effect within the term and has a ground; 其他 needs words', () => {
    expect(refuseDayOfTerm('解聘生效日', '2028-01-01', term)).toBe('解聘生效日应在聘期内（2026-01-01 至 2027-12-31）')
    expect(refuseDayOfTerm('解聘生效日', '2027-12-31', term)).toBeNull()
    const result = terminationInput.safeParse({ ground: 'OTHER', effectiveOn: '2026-11-30', note: ' ' })
    expect(!result.success && problemsOf(result.error)).toEqual([
      { field: 'note', message: '解聘事由为其他的，请填写说明' },
    ])
    expect(terminationInput.safeParse({ ground: 'OWN_REQUEST', effectiveOn: '2026-11-30' }).success).toBe(true)
  })

  test('last day and end are one day apart, and a successor never overlaps', () => {
    const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2010-01-01', days))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 2000 }), (from, days) => {
        const some = { from, to: addDays(from, days) }
        expect(addDays(lastDayOfTerm(some), 1)).toBe(some.to)
        expect(nextTerm(some).from).toBe(some.to)
        expect(nextTerm(some).to > some.to).toBe(true)
      }),
    )
  })
})

describe('a visit', () => {
  const checkIn = {
    at: instantOf('2026-11-23', '14:10'),
    plannedStart: instantOf('2026-11-23', '14:00'),
    plannedEnd: instantOf('2026-11-23', '16:00'),
    byCode: false,
    distanceMetres: 120,
  }

  test('a check-in at the place and in time stands by itself', () => {
    expect(checkInDoubts(checkIn, defaultSettings)).toEqual([])
    expect(checkInDoubts({ ...checkIn, byCode: true, distanceMetres: null }, defaultSettings)).toEqual([])
  })

  test("an early, late, far or unlocated check-in needs the community's confirmation", () => {
    const doubts = (some: Partial<typeof checkIn>) => checkInDoubts({ ...checkIn, ...some }, defaultSettings)
    expect(doubts({ at: instantOf('2026-11-23', '13:29') })).toEqual(['签到早于计划时间30分钟以上'])
    expect(doubts({ at: instantOf('2026-11-23', '14:31') })).toEqual(['签到晚于计划时间30分钟以上'])
    expect(doubts({ distanceMetres: 1234 })).toEqual(['距社区1.2公里，超出500米'])
    expect(checkInDoubts({ ...checkIn, distanceMetres: null }, defaultSettings)).toEqual(['未取得定位'])
  })

  test('no hours are invented when the check-out is missing', () => {
    expect(minutesSpent(checkIn.at, null)).toBeNull()
    expect(minutesSpent(null, checkIn.at)).toBeNull()
    expect(minutesSpent(checkIn.at, checkIn.at)).toBeNull()
    expect(minutesSpent(checkIn.plannedStart, checkIn.plannedEnd)).toBe(120)
  })

  test('a visit ends after it starts', () => {
    expect(visitInput.parse({ plannedOn: '2026/11/23', startTime: '9：00', endTime: '11:30' })).toMatchObject({
      plannedOn: '2026-11-23',
      startTime: '09:00',
    })
    const result = visitInput.safeParse({ plannedOn: '2026-11-23', startTime: '14:00', endTime: '9:00' })
    expect(!result.success && problemsOf(result.error)).toEqual([
      { field: 'endTime', message: '结束时间应晚于开始时间' },
    ])
    expect(visitInput.safeParse({ plannedOn: '2026-11-23', startTime: '25:00', endTime: '26:00' }).success).toBe(false)
  })
})
