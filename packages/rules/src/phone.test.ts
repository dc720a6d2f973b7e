import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { maskPhone, parsePhone, phoneTail } from './phone.ts'

const mobile = fc
  .tuple(fc.integer({ min: 13, max: 19 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([head, rest]) => `${head}${String(rest).padStart(9, '0')}`)

describe('a telephone number', () => {
  test.each([
    '13805741234',
    '138 0574 1234',
    '138-0574-1234',
    '+86 138 0574 1234',
    '0086-13805741234',
    '8613805741234',
    '１３８０５７４１２３４',
    '(+86)13805741234'.replace(/[()]/gu, ''),
  ])('%s is the mobile 13805741234', (text) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: { kind: 'MOBILE', number: '13805741234' } })
  })

  test.each([
    ['0574-87654321', '0574-87654321'],
    ['057487654321', '0574-87654321'],
    ['(0574)87654321', '0574-87654321'],
    ['（０５７４）８７６５４３２１', '0574-87654321'],
    ['0574—87654321转8001', '0574-87654321-8001'],
    ['010-65152233', '010-65152233'],
  ])('%s is the fixed line %s', (text, number) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: { kind: 'LANDLINE', number } })
  })

  test('the legal service hotline 12348 is a service number, not a mobile', () => {
    expect(parsePhone('12348')).toEqual({ ok: true, value: { kind: 'SERVICE', number: '12348' } })
  })

  test.each([
    ['1380574123', '11位'],
    ['12805741234', '13至19'],
    ['87654321', '区号'],
    ['abc', '只能由数字'],
    ['', '格式不正确'],
  ])('%s is refused with a reason', (text, reason) => {
    expect(parsePhone(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })

  test('a mask shows three and four digits of a mobile, the area and two digits of a fixed line', () => {
    expect(maskPhone('13805741234')).toBe('138****1234')
    expect(maskPhone('0574-87654321-8001')).toBe('0574-******21')
    expect(maskPhone('12348')).toBe('***48')
    expect(phoneTail('0574-87654321-8001')).toBe('4321')
  })

  test('every mobile survives the country code and blanks, and its mask hides four digits', () => {
    fc.assert(
      fc.property(mobile, (number) => {
        const typed = `+86 ${number.slice(0, 3)} ${number.slice(3, 7)}　${number.slice(7)}`
        expect(parsePhone(typed)).toEqual({ ok: true, value: { kind: 'MOBILE', number } })
        expect(maskPhone(number).slice(3, 7)).toBe('****')
        expect(maskPhone(number).endsWith(phoneTail(number))).toBe(true)
      }),
    )
  })
})
