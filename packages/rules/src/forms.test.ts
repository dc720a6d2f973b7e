import { describe, expect, test } from '@jest/globals'
import type { z } from 'zod'
import { checkCommunityCode, communityInput, districtOf, isWithinDivision, streetOf } from './community.ts'
import { makeCreditCode } from './creditCode.ts'
import { problemsOf } from './fields.ts'
import { firmInput } from './firm.ts'
import { makeIdNumber } from './idNumber.ts'
import { practitionerInput } from './practitioner.ts'

const TODAY = '2026-11-23'
const code = makeCreditCode('31330000MD0000001')
const firm = {
  kind: 'LAW_FIRM',
  name: '示例律师事务所',
  creditCode: code,
  licenceNo: code,
  orgForm: 'SOLE',
  partyOrg: 'NONE',
}
const person = { kind: 'FULL_TIME', name: '王示例', licenceNo: '13302201010000001', politicalStatus: 'MASSES' }
const community = { code: '330203001001', name: '澄浪社区', kind: 'URBAN' }

const problems = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value)
  return result.success ? [] : problemsOf(result.error).map(({ field, message }) => `${field} ${message}`)
}
const practitioner = practitionerInput(TODAY)

describe('the input of a firm', () => {
  test('what must be there is there, and texts are cleaned', () => {
    expect(
      firmInput.parse({ ...firm, name: ' 示例律师事务所　', licenceNo: code.toLowerCase(), address: '  ' }),
    ).toEqual({
      ...firm,
      address: null,
    })
  })

  test('every missing field is named in Chinese', () => {
    expect(problems(firmInput, {})).toEqual([
      'kind 请选择机构类别',
      'name 请填写机构名称',
      'creditCode 请填写统一社会信用代码',
      'licenceNo 请填写执业许可证号',
      'partyOrg 请选择党组织',
    ])
  })

  test('all problems are shown at once, those between fields too', () => {
    expect(problems(firmInput, { ...firm, name: '', licenceNo: '1', orgForm: null, lat: 29.87 })).toEqual([
      'name 请填写机构名称',
      'lng 经度和纬度应同时填写',
      expect.stringContaining('licenceNo 执业许可证号应为'),
      'orgForm 请选择组织形式',
    ])
  })

  test('a name too long and one with hidden characters are refused', () => {
    expect(problems(firmInput, { ...firm, name: '律'.repeat(61) })).toEqual(['name 机构名称最多60个字，现为61个字'])
    expect(problems(firmInput, { ...firm, name: '律所\u0000' })).toEqual(['name 机构名称中含有不可见的控制字符'])
  })
})

describe('the input of a practitioner', () => {
  test('birth year and gender come from the identity number', () => {
    const idNo = makeIdNumber('33020319850101123')
    expect(practitioner.parse({ ...person, idNo })).toMatchObject({ birthYear: 1985, gender: 'MALE', idNo })
  })

  test('a gender or birth year that contradicts the identity number is refused', () => {
    const idNo = makeIdNumber('33020319850101123')
    expect(problems(practitioner, { ...person, idNo, gender: 'FEMALE', birthYear: 1986 })).toEqual([
      'gender 性别与身份证号码不一致',
      'birthYear 出生年份与身份证号码不一致',
    ])
  })

  test('gender and birth year that are emptied contradict nothing', () => {
    expect(problems(practitioner, { ...person, gender: null, birthYear: null })).toEqual([])
  })

  test('a field that is not sent stays unchanged, an empty one is cleared', () => {
    expect(practitioner.parse(person)).toEqual(person)
    expect(practitioner.parse({ ...person, phone: '' }).phone).toBeNull()
  })

  test('the licence is checked by the kind of practice', () => {
    expect(problems(practitioner, { ...person, licenceNo: '3302-1201-0042' })).toEqual([
      'licenceNo 律师执业证号应全部为数字',
    ])
    expect(problems(practitioner, { ...person, kind: 'GRASSROOTS_WORKER', licenceNo: '3302-1201-0042' })).toEqual([])
  })

  test('nobody is licensed tomorrow, and a specialty is named once', () => {
    expect(problems(practitioner, { ...person, firstLicensedOn: '2026-11-24' })).toEqual([
      'firstLicensedOn 首次执业日期不能晚于今天',
    ])
    const labour = { topic: 'LABOUR', level: 3 }
    expect(problems(practitioner, { ...person, specialties: [labour, labour] })).toEqual(['specialties 专业特长重复'])
  })
})

describe('the input of a community', () => {
  test('its code tells street and district', () => {
    expect(communityInput.parse(community)).toEqual(community)
    expect(streetOf(community.code)).toBe('330203001')
    expect(districtOf(community.code)).toBe('330203')
    expect(isWithinDivision(community.code, '3302')).toBe(true)
    expect(isWithinDivision(community.code, '330205')).toBe(false)
  })

  test("a street's code is no community", () => {
    expect(checkCommunityCode('330203001000')).toMatchObject({ ok: false, reason: expect.stringContaining('街道') })
    expect(checkCommunityCode('33020300100')).toMatchObject({ ok: false, reason: '社区区划代码应为12位数字' })
  })

  test('coordinates outside China are refused', () => {
    expect(problems(communityInput, { ...community, lat: 121.5, lng: 29.8 })).toEqual([
      'lat 纬度应在3至54度之间',
      'lng 经度应在73至136度之间',
    ])
  })
})
