import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  daysBetween,
  instantOf,
  isLocalDate,
  isWithin,
  lastDayOf,
  monthOf,
  monthRange,
  monthsBetween,
  overlaps,
  shiftMonth,
  timeIn,
  todayIn,
  weekday,
  weekdayLabel,
} from './calendar.ts'

const date = fc.integer({ min: -7000, max: 40_000 }).map((days) => addDays('1990-01-01', days))

describe("the bureau's calendar", () => {
  test("the day turns at midnight in Shanghai, not in the server's zone", () => {
    expect(todayIn(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23')
    expect(todayIn(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24')
    expect(timeIn(new Date('2026-11-23T16:05:00Z'))).toBe('00:05')
  })

  test("nine in the morning in Ningbo is one o'clock UTC", () => {
    expect(instantOf('2026-07-01', '09:00').toISOString()).toBe('2026-07-01T01:00:00.000Z')
    expect(() => instantOf('2026-07-01', '24:00')).toThrow(RangeError)
  })

  test('a day that does not exist is no date', () => {
    expect(isLocalDate('2024-02-29')).toBe(true)
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', '']) {
      expect(isLocalDate(text)).toBe(false)
    }
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => shiftMonth('2026-00', 1)).toThrow(RangeError)
  })

  test("a month's range ends where the next begins", () => {
    expect(monthRange('2026-12')).toEqual({ from: '2026-12-01', to: '2027-01-01' })
    expect(lastDayOf('2028-02')).toBe('2028-02-29')
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsBetween('2026-02', '2025-11')).toEqual([])
  })

  test('a month after the 31st of January is the last of February', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  })

  test('weeks begin on Monday', () => {
    expect(weekday('2026-11-23')).toBe(1)
    expect(weekdayLabel('2026-11-29')).toBe('周日')
  })

  test('terms that touch do not overlap, terms that share a day do', () => {
    const first = { from: '2024-01-01', to: '2026-01-01' }
    expect(overlaps(first, { from: '2026-01-01', to: '2028-01-01' })).toBe(false)
    expect(overlaps(first, { from: '2025-12-31', to: '2028-01-01' })).toBe(true)
    expect(isWithin('2026-01-01', first)).toBe(false)
  })

  test('days added are days between', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  test('every day lies in its month, and any instant of it is that day', () => {
    fc.assert(
      fc.property(date, fc.nat(23), fc.nat(59), (day, hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        expect(isWithin(day, monthRange(monthOf(day)))).toBe(true)
        expect(todayIn(instantOf(day, time))).toBe(day)
        expect(timeIn(instantOf(day, time))).toBe(time)
      }),
    )
  })

  test('shifting a month back and forth leads home', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -240, max: 240 }), (day, months) => {
        expect(shiftMonth(shiftMonth(monthOf(day), months), -months)).toBe(monthOf(day))
        expect(monthOf(addMonths(day, months))).toBe(shiftMonth(monthOf(day), months))
      }),
    )
  })
})
