import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatCount, formatPercent } from './numbers.ts'

describe("numbers on the leader's page", () => {
  test('a rate is 100% only when nothing is missing', () => {
    expect(formatPercent(27 / 28)).toBe('96.4%')
    expect(formatPercent(null)).toBe('—')
    expect(formatPercent(0.9999)).toBe('99.9%')
    expect(formatPercent(0.0001)).toBe('0.1%')
    expect(formatPercent(1)).toBe('100%')
    expect(formatPercent(0)).toBe('0%')
  })

  test('counts carry their unit', () => {
    expect(formatCount(12345, '人次')).toBe('12,345人次')
  })

  test('counts are written as Intl writes them, without its cost', () => {
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((it) => it / 100)
    fc.assert(
      fc.property(fc.oneof(cents, fc.maxSafeInteger()), (count) => {
        expect(formatCount(count)).toBe(count.toLocaleString('en-US', { maximumFractionDigits: 2 }))
      }),
    )
  })
})
