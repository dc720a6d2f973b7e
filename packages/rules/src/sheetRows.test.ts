import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { makeCreditCode } from './creditCode.ts'
import { type Cells, communityReader, firmReader, practitionerReader, type SheetContext } from './sheetRows.ts'
import { communitySheet, firmSheet, practitionerSheet, type Sheet, sheets } from './sheets.ts'
import { defaultTopics } from './taxonomy.ts'

const context: SheetContext = {
  today: '2026-11-23',
  lists: {
    TOPICS: defaultTopics,
    STREETS: [{ code: '330203001', label: '南门街道' }],
  },
}
const example = (sheet: Sheet): Cells => Object.fromEntries(sheet.columns.map(({ key, example: cell }) => [key, cell]))
const readFirm = firmReader(context)
const readPractitioner = practitionerReader(context)
const readCommunity = communityReader(context)
const firm = (some: Cells) => readFirm({ ...example(firmSheet), ...some })
const person = (some: Cells) => readPractitioner({ ...example(practitionerSheet), ...some })

describe('the Excel templates', () => {
  test.each(Object.values(sheets))('$title has no heading twice and its numbers of papers are text', (sheet) => {
    const headers = sheet.columns.map(({ header }) => header)
    expect(new Set(headers).size).toBe(headers.length)
    expect(sheet.columns.find(({ key }) => key === sheet.identity)).toMatchObject({ required: true, format: 'text' })
    for (const { format, options } of sheet.columns) {
      expect(options !== undefined).toBe(format === 'choice' || format === 'weighed')
    }
  })

  test('the example row of each template can be imported as it stands', () => {
    expect(firm({})).toMatchObject({ ok: true, value: { kind: 'LAW_FIRM', streetCode: '330203001', lat: 29.8703 } })
    expect(person({})).toMatchObject({
      ok: true,
      value: {
        kind: 'FULL_TIME',
        firm: '浙江示例律师事务所',
        specialties: [
          { topic: 'LABOUR', level: 3 },
          { topic: 'PROPERTY_MGMT', level: 2 },
        ],
        languages: ['普通话', '宁波话'],
        assessment: { year: 2025, result: 'COMPETENT' },
      },
    })
    expect(readCommunity(example(communitySheet))).toMatchObject({
      ok: true,
      value: {
        code: '330203001001',
        demands: [
          { topic: 'LABOUR', weight: 5 },
          { topic: 'PROPERTY_MGMT', weight: 3 },
        ],
      },
    })
  })
})

describe('reading an import row', () => {
  test('full-width digits and blanks are put right', () => {
    const typed = ' ３１３３００００ｍＤ0000001N '
    expect(firm({ phone: '（０５７４）８７００００００', creditCode: typed })).toMatchObject({
      ok: true,
      value: { creditCode: '31330000MD0000001N', phone: '0574-87000000' },
    })
  })

  test('each bad cell has its own reason', () => {
    const row = firm({ name: '', kind: '律所', creditCode: '31330000MD00000010', lng: '东经', setUpOn: '去年' })
    expect(row).toEqual({
      ok: false,
      problems: [
        { field: 'kind', message: '机构类别“律所”不在可选范围内，应为律师事务所、基层法律服务所之一' },
        { field: 'lng', message: '经度应为数字' },
        { field: 'setUpOn', message: '设立日期应为日期，例如 2026-01-05' },
        { field: 'name', message: '请填写机构名称' },
        { field: 'creditCode', message: '统一社会信用代码校验位不符，请核对是否录错' },
      ],
    })
  })

  test('a law firm needs its form, a legal service office does not', () => {
    expect(firm({ orgForm: '' })).toMatchObject({
      ok: false,
      problems: [{ field: 'orgForm', message: '请选择组织形式' }],
    })
    const office = makeCreditCode('33330203MD0000001')
    expect(firm({ kind: '基层法律服务所', orgForm: '', creditCode: office, licenceNo: office }).ok).toBe(true)
  })

  test('one coordinate alone is refused', () => {
    expect(firm({ lat: '' })).toMatchObject({
      ok: false,
      problems: [{ field: 'lng', message: '经度和纬度应同时填写' }],
    })
  })

  test('a formula is no name', () => {
    expect(firm({ name: '=HYPERLINK(1)' })).toMatchObject({
      ok: false,
      problems: [{ field: 'name', message: '机构名称不能是公式' }],
    })
  })

  test("a specialty that the bureau's dictionary lacks is named, a level out of bounds too", () => {
    expect(person({ specialties: '劳动争议3，海商' })).toMatchObject({
      ok: false,
      problems: [{ field: 'specialties', message: '专业特长“海商”不在字典中' }],
    })
    expect(person({ specialties: '劳动争议（4）' })).toMatchObject({ ok: false, problems: [{ field: 'specialties' }] })
    expect(person({ specialties: '公司/股权：1；刑事' })).toMatchObject({
      ok: true,
      value: {
        specialties: [
          { topic: 'CORPORATE', level: 1 },
          { topic: 'CRIMINAL', level: 2 },
        ],
      },
    })
  })

  test('a bad cell is reported once, and an assessment needs both year and result', () => {
    expect(person({ gender: '未知' })).toMatchObject({ ok: false, problems: [{ field: 'gender' }] })
    const row = person({ gender: '未知' })
    expect(!row.ok && row.problems).toHaveLength(1)
    expect(person({ assessmentYear: '' })).toMatchObject({ ok: false, problems: [{ field: 'assessmentResult' }] })
  })

  test('a blank cell leaves its field out', () => {
    const row = person({ phone: '', birthYear: '', assessmentYear: '', assessmentResult: '' })
    expect(row.ok && row.value.phone).toBeUndefined()
    expect(row.ok && row.value.assessment).toBeNull()
  })

  test('whatever the cells hold, a row is read or refused with reasons in known columns, never a crash', () => {
    const keys = practitionerSheet.columns.map(({ key }) => key)
    const cells = fc.dictionary(
      fc.constantFrom(...keys),
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=1', '１', '、')),
    )
    fc.assert(
      fc.property(cells, (some) => {
        const row = person(some)
        if (row.ok) return
        expect(row.problems.length).toBeGreaterThan(0)
        for (const { field, message } of row.problems) {
          expect(keys).toContain(field)
          expect(message).toMatch(/\p{Script=Han}/u)
        }
      }),
    )
  })
})
