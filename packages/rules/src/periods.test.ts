import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, isWithin } from './calendar.ts'
import {
  isPeriod,
  nextPeriod,
  periodKind,
  periodLabel,
  periodOf,
  periodRange,
  previousPeriod,
  samePeriodLastYear,
} from './periods.ts'

const date = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1990-01-01', days))
const kind = fc.constantFrom('MONTH' as const, 'QUARTER' as const, 'HALF' as const, 'YEAR' as const)

describe('reporting periods', () => {
  test('the fourth quarter runs from October to New Year', () => {
    expect(periodRange('2026-Q4')).toEqual({ from: '2026-10-01', to: '2027-01-01' })
    expect(periodRange('2026-H1')).toEqual({ from: '2026-01-01', to: '2026-07-01' })
    expect(periodRange('2026')).toEqual({ from: '2026-01-01', to: '2027-01-01' })
  })

  test('the period before January is December, before the first quarter the fourth', () => {
    expect(previousPeriod('2026-01')).toBe('2025-12')
    expect(previousPeriod('2026-Q1')).toBe('2025-Q4')
    expect(previousPeriod('2026-H1')).toBe('2025-H2')
    expect(previousPeriod('2026')).toBe('2025')
    expect(samePeriodLastYear('2026-Q3')).toBe('2025-Q3')
  })

  test('labels read as the bureau writes them', () => {
    expect(['2026-11', '2026-Q4', '2026-H2', '2026'].map(periodLabel)).toEqual([
      '2026年11月',
      '2026年第4季度',
      '2026年下半年',
      '2026年',
    ])
  })

  test('other texts are no periods', () => {
    for (const text of ['2026-13', '2026-Q5', '2026-H3', '26', '']) expect(isPeriod(text)).toBe(false)
    expect(() => periodRange('2026-Q0')).toThrow(RangeError)
  })

  test('a day lies in its period, periods follow one another without a gap', () => {
    fc.assert(
      fc.property(date, kind, (day, ofKind) => {
        const period = periodOf(day, ofKind)
        expect(periodKind(period)).toBe(ofKind)
        expect(isWithin(day, periodRange(period))).toBe(true)
        expect(periodRange(nextPeriod(period)).from).toBe(periodRange(period).to)
        expect(nextPeriod(previousPeriod(period))).toBe(period)
      }),
    )
  })
})
