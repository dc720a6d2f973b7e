import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { rateOf } from './commitment.ts'
import {
  compareWithLast,
  formatCount,
  formatHours,
  formatPercent,
  formatRate,
  formatYuan,
  parseYuan,
} from './numbers.ts'

describe("numbers on the leader's page", () => {
  test('the bankruptcy case of 2009 is 22亿元, the merger 1亿元', () => {
    expect(formatYuan('2200000000.00')).toBe('22亿元')
    expect(formatYuan('100000000')).toBe('1亿元')
  })

  test.each([
    ['0.00', '0元'],
    ['980.50', '980.5元'],
    ['9999.99', '9,999.99元'],
    ['10000', '1万元'],
    ['12345000.00', '1,234.5万元'],
    ['99994999.99', '9,999.5万元'],
    ['99999999.99', '1亿元'],
    ['2215000000.00', '22.15亿元'],
    ['-2200000000', '-22亿元'],
    ['9999999999999999.99', '100,000,000亿元'],
  ])('%s yuan read %s', (yuan, text) => {
    expect(formatYuan(yuan)).toBe(text)
  })

  test('what is no amount throws', () => {
    for (const text of ['', '1e9', '22亿', '1.234', 'NaN']) expect(() => formatYuan(text)).toThrow(RangeError)
  })

  test.each([
    ['22亿元', '2200000000.00'],
    ['１，２３４．５万', '12345000.00'],
    ['￥980', '980.00'],
    ['0.00000001亿', '1.00'],
  ])('%s typed is %s yuan', (typed, yuan) => {
    expect(parseYuan(typed)).toEqual({ ok: true, value: yuan })
  })

  test('an amount below a fen, a negative or a huge one is refused', () => {
    for (const text of ['0.001', '0.00000000001亿', '-5', '很多', '', '9999999999999999亿']) {
      expect(parseYuan(text).ok).toBe(false)
    }
  })

  test('a rate shows its counts, and is 100% only when nothing is missing', () => {
    expect(formatRate(rateOf(27, 28))).toBe('96.4%（27/28）')
    expect(formatRate(rateOf(0, 0))).toBe('—（0/0）')
    expect(formatPercent(0.9999)).toBe('99.9%')
    expect(formatPercent(0.0001)).toBe('0.1%')
    expect(formatPercent(1)).toBe('100%')
    expect(formatPercent(0)).toBe('0%')
  })

  test('counts carry their unit, minutes become hours', () => {
    expect(formatCount(12345, '人次')).toBe('12,345人次')
    expect(formatHours(750)).toBe('12.5小时')
  })

  test('counts are written as Intl writes them, without its cost', () => {
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((it) => it / 100)
    fc.assert(
      fc.property(fc.oneof(cents, fc.maxSafeInteger()), (count) => {
        expect(formatCount(count)).toBe(count.toLocaleString('en-US', { maximumFractionDigits: 2 }))
      }),
    )
  })

  test('a figure is compared with the last period in words', () => {
    expect(compareWithLast(27, 24)).toMatchObject({ direction: 'UP', label: '较上期增加3（+12.5%）' })
    expect(compareWithLast(18, 24).label).toBe('较上期减少6（-25%）')
    expect(compareWithLast(5, 0)).toMatchObject({ ratio: null, label: '较上期增加5（上期为0）' })
    expect(compareWithLast(5, 5).label).toBe('与上期持平')
  })

  test('whole amounts in 万元 and 亿元 come back as they were typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('万元', '亿元'), (amount, unit) => {
        const parsed = parseYuan(`${amount}${unit}`)
        expect(parsed.ok && formatYuan(parsed.value)).toBe(`${formatCount(amount)}${unit}`)
      }),
    )
  })
})
