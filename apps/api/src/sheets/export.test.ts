import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { encodeGlobalID } from '@pothos/plugin-relay'
import { encrypt } from '../sensitive/crypto.ts'
import { given } from '../test/given.ts'
import { useExports } from '../test/exports.ts'
import { db } from '../test/http.ts'
import { write } from '../acts/write.ts'

const { exported, exporting } = useExports()

describe('导出', () => {
  test('导出的正是筛选出的行和显示的列，次序相同；首行写明筛选、导出人和时间', async () => {
    const { admin, bureau, firm } = await given.world()
    await given.firm(bureau, {
      name: '甲律所',
      pinyin: 'a',
      kind: 'LEGAL_SERVICE_OFFICE',
      streetCode: bureau.streetCode,
    })
    await given.firm(bureau, { name: '乙律所', pinyin: 'b', kind: 'LEGAL_SERVICE_OFFICE', status: 'SUSPENDED' })
    const { sheet, texts, rows } = await exported(admin, 'firms', {
      columns: ['status', 'name', 'street', 'nothing'],
      filter: { kind: 'LEGAL_SERVICE_OFFICE' },
      search: '律所',
      orderBy: { field: 'NAME', direction: 'DESC' },
    })
    expect(texts(1)[0]).toBe('机构名册')
    expect(texts(2)[0]).toMatch(
      /^筛选：搜索：律所；类别：基层法律服务所　共 2 条　导出人：BUREAU_ADMIN的人　导出时间：\d{4}-\d{2}-\d{2}/,
    )
    expect(texts(3)).toEqual(['状态', '机构名称', '所在街道'])
    expect(rows).toEqual([
      ['停业整顿', '乙律所', '第一街道'],
      ['正常执业', '甲律所', '第一街道'],
    ])
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
    expect(sheet?.autoFilter).toBeTruthy()
    expect(firm.kind).toBe('LAW_FIRM')
  })

  test('证号是文本不成科学计数，公式开头的文字不成公式，日期是日期，号码脱敏', async () => {
    const { admin, firm } = await given.world()
    const person = await given.practitioner(firm, {
      name: '=HYPERLINK("http://example.invalid")',
      phoneCipher: encrypt('13812341234'),
      phoneMasked: '138****1234',
      phoneTail: '1234',
      firstLicensedOn: new Date('2010-06-01T00:00:00Z'),
    })
    const { sheet, bytes } = await exported(admin, 'practitioners', {
      columns: ['name', 'licenceNo', 'phone', 'firstLicensedOn', 'capacity'],
      filter: { firmId: encodeGlobalID('Firm', firm.id) },
      search: person.licenceNo,
    })
    const row = sheet?.getRow(4)
    expect(row?.getCell(1).value).toBe('=HYPERLINK("http://example.invalid")')
    expect(row?.getCell(2).value).toBe(person.licenceNo)
    expect(row?.getCell(3).value).toBe('138****1234')
    expect(row?.getCell(4).value).toEqual(new Date('2010-06-01T00:00:00Z'))
    expect(row?.getCell(5).value).toBe('0 / 3')
    expect(bytes.includes('13812341234')).toBe(false)
  })

  test('每次导出在操作日志里留一行：哪个列表、什么条件、多少行、文件的散列', async () => {
    const { leader, community } = await given.world()
    const { bytes } = await exported(leader, 'communities', {
      columns: ['name', 'adviser'],
      filter: { hasAdviser: false },
    })
    const lines = await db.auditEvent.findMany({ where: { accountId: leader.accountId, operation: 'EXPORT' } })
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(lines).toMatchObject([
      {
        entity: 'community',
        act: 'exportSheet',
        after: { list: 'communities', rows: 1, filter: '有首席顾问：否', columns: ['社区（村）', '首席顾问'], sha256 },
      },
    ])
    expect(community.code).toMatch(/^\d{12}$/)
  })

  test('别的区划的、别家的不在内；律师不能导出；超过上限的不导，也不留日志', async () => {
    const [own, foreign] = [await given.world(), await given.world()]
    const codes = await exported(own.admin, 'communities', { columns: ['code'] })
    expect(codes.rows).toEqual([[own.community.code]])
    const others = await exported(own.firmAdmin, 'practitioners', {
      columns: ['name', 'licenceNo'],
      search: foreign.practitioner.licenceNo,
    })
    expect(others.rows).toEqual([])
    expect((await exporting(own.lawyer, 'firms', { columns: ['name'] })).status).toBe(403)
    expect((await exporting(null, 'firms', { columns: ['name'] })).status).toBe(401)
    expect(await (await exporting(own.admin, 'firms', { columns: ['idNo'] })).json()).toMatchObject({
      code: 'NO_COLUMNS',
    })
    expect(
      await (await exporting(own.admin, 'firms', { columns: ['name'], filter: { kind: 'X' } })).json(),
    ).toMatchObject({ code: 'INVALID' })
    expect((await exporting(own.admin, 'sessions', { columns: ['name'] })).status).toBe(404)
    await write({ system: '测试', requestId: 'test' }, 'given', async (tx) => {
      await tx.setting.create({ data: { divisionCode: foreign.divisionCode, key: 'exportRowCap', value: 100 } })
      await tx.firm.createMany({
        data: Array.from({ length: 101 }, (_, n) => ({
          kind: 'LAW_FIRM' as const,
          name: `所${n}`,
          pinyin: 's',
          initials: 's',
          creditCode: `${foreign.divisionCode}C${n}`,
          licenceNo: `${foreign.divisionCode}L${n}`,
          divisionCode: foreign.divisionCode,
        })),
      })
    })
    expect(await (await exporting(foreign.admin, 'firms', { columns: ['name'] })).json()).toMatchObject({
      code: 'TOO_MANY_ROWS',
    })
    expect(await db.auditEvent.count({ where: { accountId: foreign.admin.accountId, operation: 'EXPORT' } })).toBe(0)
  })
})
