import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from './calendar.ts'
import { makeIdNumber, maskIdNumber, parseIdNumber } from './idNumber.ts'

const TODAY = '2026-11-23'
/** The example printed in GB 11643-1999 itself: no person's number. */
const EXAMPLE = '11010519491231002X'

const body = fc
  .tuple(fc.integer({ min: 110_000, max: 659_999 }), fc.nat(40_000), fc.nat(999))
  .map(([division, days, sequence]) => {
    const birth = addDays('1910-01-01', days).replaceAll('-', '')
    return `${division}${birth}${String(sequence).padStart(3, '0')}`
  })

describe('身份证号码', () => {
  test('the example of the standard passes and tells birth date and gender', () => {
    expect(parseIdNumber(EXAMPLE, TODAY)).toEqual({
      ok: true,
      value: { number: EXAMPLE, divisionCode: '110105', birthDate: '1949-12-31', gender: 'FEMALE' },
    })
  })

  test('full-width digits, blanks and a small x are put right', () => {
    expect(parseIdNumber('１１０１０５ 19491231 002x', TODAY)).toMatchObject({ ok: true, value: { number: EXAMPLE } })
  })

  test.each([
    ['110105491231002', '15位旧身份证'],
    ['1101051949123100', '现为16位'],
    ['1101051949123100X2', '17位数字'],
    ['110105194913310020', '出生日期'],
    ['110105209912310021', '出生日期'],
    ['110105194912310021', '校验位'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseIdNumber(text, TODAY)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })

  test('a mask keeps three characters at the front and four at the end', () => {
    expect(maskIdNumber(EXAMPLE)).toBe('110***********002X')
    expect(maskIdNumber('1234567')).toBe('*******')
  })

  test('every completed number passes, and one wrong digit or two swapped neighbours are found', () => {
    fc.assert(
      fc.property(body, fc.nat(15), fc.nat(9), (digits, place, wrong) => {
        const number = makeIdNumber(digits)
        const before = number.slice(0, place)
        const [a, b] = [number.charAt(place), number.charAt(place + 1)]
        expect(parseIdNumber(number, '2100-01-01').ok).toBe(true)
        if (String(wrong) !== a) {
          expect(parseIdNumber(before + wrong + number.slice(place + 1), '2100-01-01').ok).toBe(false)
        }
        if (a !== b) expect(parseIdNumber(before + b + a + number.slice(place + 2), '2100-01-01').ok).toBe(false)
      }),
    )
  })

  test('a body that is not 17 digits cannot be completed', () => {
    expect(() => makeIdNumber('1101051949123100')).toThrow(RangeError)
  })
})
