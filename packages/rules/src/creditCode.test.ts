import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { makeCreditCode, parseCreditCode } from './creditCode.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const character = fc.constantFrom(...ALPHABET)
const digit = fc.constantFrom(...'0123456789')
const body = fc
  .tuple(
    fc.array(character, { minLength: 2, maxLength: 2 }),
    fc.array(digit, { minLength: 6, maxLength: 6 }),
    fc.array(character, { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''))

describe('统一社会信用代码', () => {
  test('the published code of a law firm passes and tells that justice registered it', () => {
    expect(parseCreditCode('31110000E00017891P')).toEqual({
      ok: true,
      value: {
        code: '31110000E00017891P',
        department: '3',
        kind: '1',
        divisionCode: '110000',
        organisationCode: 'E00017891',
      },
    })
  })

  test('full-width characters, blanks and lower case are put right', () => {
    expect(parseCreditCode(' ３１１１００００ｅ000 17891p　')).toMatchObject({
      ok: true,
      value: { code: '31110000E00017891P' },
    })
  })

  test('a code of the wrong length says how long it is', () => {
    expect(parseCreditCode('3111')).toEqual({ ok: false, reason: '统一社会信用代码应为18位，现为4位' })
  })

  test('a letter the standard does not use is named', () => {
    expect(parseCreditCode('31110000E0001789IP')).toMatchObject({ reason: expect.stringContaining('“I”') })
  })

  test('letters in the division code are refused', () => {
    expect(parseCreditCode('31A10000E00017891P')).toMatchObject({ reason: expect.stringContaining('行政区划') })
  })

  test('every completed code passes', () => {
    fc.assert(fc.property(body, (text) => expect(parseCreditCode(makeCreditCode(text)).ok).toBe(true)))
  })

  test('one wrong character is always found', () => {
    fc.assert(
      fc.property(body, fc.nat(17), character, (text, place, wrong) => {
        const code = makeCreditCode(text)
        fc.pre(code.charAt(place) !== wrong)
        expect(parseCreditCode(code.slice(0, place) + wrong + code.slice(place + 1)).ok).toBe(false)
      }),
    )
  })

  test('a body that cannot be completed throws', () => {
    expect(() => makeCreditCode('311')).toThrow(RangeError)
    expect(() => makeCreditCode('I1110000E00017891')).toThrow(RangeError)
  })
})
