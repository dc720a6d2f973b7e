import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { makeCreditCode } from './creditCode.ts'
import {
  checkFirmLicenceNo,
  checkLicenceNo,
  makeLawyerLicence,
  parseGrassrootsLicence,
  parseLawyerLicence,
} from './licenceNo.ts'

describe("a lawyer's licence number", () => {
  test('tells the city, the year of first practice, the kind and the sex', () => {
    expect(parseLawyerLicence('１３３０２ 2010 1 1 123456', 2026)).toEqual({
      ok: true,
      value: { number: '13302201011123456', cityCode: '3302', firstYear: 2010, kind: 'FULL_TIME', gender: 'FEMALE' },
    })
  })

  test('a kind of practice the register does not know refuses nothing', () => {
    const licence = parseLawyerLicence('13302201090123456', 2026)
    expect(licence).toMatchObject({ ok: true, value: { gender: 'MALE' } })
    expect(licence.ok && licence.value.kind).toBeUndefined()
  })

  test.each([
    ['1330220101112345', '现为16位'],
    ['1330220101112345X', '全部为数字'],
    ['23302201011123456', '以1开头'],
    ['13302202711123456', '首次执业年份'],
    ['13302197811123456', '首次执业年份'],
    ['', '现为0位'],
  ])('%s is refused: %s', (text, reason) => {
    expect(parseLawyerLicence(text, 2026)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })

  test('every built number can be read back', () => {
    const kind = fc.constantFrom('FULL_TIME' as const, 'PART_TIME' as const, 'PUBLIC' as const, 'LEGAL_AID' as const)
    const gender = fc.constantFrom('MALE' as const, 'FEMALE' as const)
    fc.assert(
      fc.property(fc.integer({ min: 1979, max: 2026 }), kind, gender, fc.nat(999_999), (year, ofKind, sex, serial) => {
        const number = makeLawyerLicence('3302', year, ofKind, sex, serial)
        expect(parseLawyerLicence(number, 2026)).toEqual({
          ok: true,
          value: { number, cityCode: '3302', firstYear: year, kind: ofKind, gender: sex },
        })
      }),
    )
    expect(() => makeLawyerLicence('3302', 2010, 'GRASSROOTS_WORKER', 'MALE', 1)).toThrow(RangeError)
  })
})

describe('licence numbers without a national check', () => {
  test("a grassroots legal worker's number is checked for characters and length only", () => {
    expect(parseGrassrootsLicence('浙甬12345678')).toMatchObject({ reason: expect.stringContaining('数字、字母') })
    expect(parseGrassrootsLicence('1234567')).toMatchObject({ reason: expect.stringContaining('现为7位') })
    expect(checkLicenceNo('GRASSROOTS_WORKER', '３３０２－1201－0042', 2026)).toEqual({
      ok: true,
      value: '3302-1201-0042',
    })
    expect(checkLicenceNo('FULL_TIME', '3302-1201-0042', 2026).ok).toBe(false)
  })

  test("a firm's licence is its credit code or the 17 digits of before 2016", () => {
    const code = makeCreditCode('31330000MD0123456')
    expect(checkFirmLicenceNo('LAW_FIRM', code.toLowerCase())).toEqual({ ok: true, value: code })
    expect(checkFirmLicenceNo('LAW_FIRM', '23302200110123456').ok).toBe(true)
    expect(checkFirmLicenceNo('LAW_FIRM', '3302-001')).toMatchObject({ reason: expect.stringContaining('17位数字') })
    expect(checkFirmLicenceNo('LEGAL_SERVICE_OFFICE', '3302-001')).toEqual({ ok: true, value: '3302-001' })
    expect(checkFirmLicenceNo('LEGAL_SERVICE_OFFICE', '甬字1号').ok).toBe(false)
  })
})
