import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, test } from '@jest/globals'
import { communitySheet, firmSheet, practitionerSheet } from '@sitai/rules/sheets'
import { z } from 'zod'
import { jobsDone } from '../jobs/queue.ts'
import { given } from '../test/given.ts'
import { db, formWith, useHttp } from '../test/http.ts'
import {
  batchOf,
  clerk,
  commit,
  committing,
  dryRunOver,
  firmRow,
  idNo,
  personRow,
  rowsOf,
  undo,
} from '../test/imports.ts'
import { hostileWorkbooks, workbookOf } from '../test/workbooks.ts'
import { write } from '../acts/write.ts'

const http = useHttp()
const dryRun = dryRunOver(http)

describe('机构导入', () => {
  test('检查后分出新增、更新、一致、有错，更新的行写明前后差别；提交后入册，每行留一条操作日志', async () => {
    const { admin, divisionCode, bureau } = await given.world()
    const [same, old] = [firmRow(divisionCode), firmRow(divisionCode, { address: '旧路1号' })]
    await commit(admin, await dryRun(admin, 'FIRMS', firmSheet, [same, old]))
    const rows = [
      same,
      { ...old, address: '新路2号', streetCode: '第一街道' },
      firmRow(divisionCode),
      firmRow(divisionCode, { creditCode: '31330000MD00000011' }),
    ]
    const id = await dryRun(admin, 'FIRMS', firmSheet, rows)
    expect(await batchOf(admin, id)).toMatchObject({
      status: 'CHECKED',
      totalRows: 4,
      sameRows: 1,
      changedRows: 1,
      newRows: 1,
      badRows: 1,
    })
    const judged = await rowsOf(admin, id)
    expect(judged[1]).toMatchObject({
      outcome: 'CHANGED',
      changes: [
        { header: '所在街道', before: '', after: '第一街道' },
        { header: '地址', before: '旧路1号', after: '新路2号' },
      ],
    })
    expect(judged[3]?.problems).toContainEqual({
      field: 'creditCode',
      message: '统一社会信用代码校验位不符，请核对是否录错',
    })
    const whole = await committing(admin, id)
    expect(whole.data.commitImport).toMatchObject({ code: 'BAD_ROWS' })
    await commit(admin, id, 'SKIP_BAD')
    expect(await db.firm.findUnique({ where: { creditCode: old['creditCode'] ?? '' } })).toMatchObject({
      address: '新路2号',
      streetCode: bureau.streetCode,
      version: 2,
    })
    const made = await db.firm.findUniqueOrThrow({ where: { creditCode: rows[2]?.['creditCode'] ?? '' } })
    expect(made).toMatchObject({ divisionCode, status: 'ACTIVE', initials: expect.stringMatching(/^drs/) })
    const lines = await db.auditEvent.findMany({ where: { entity: 'firm', entityId: made.id } })
    expect(lines).toMatchObject([
      { act: 'commitImport', operation: 'INSERT', accountId: admin.accountId, role: 'BUREAU_ADMIN' },
    ])
  })

  test('文件内重复、已登记在别家名下的证号、别的区划的机构，都在所在的格里写明原因', async () => {
    const { admin, divisionCode, firm } = await given.world()
    const foreign = await given.firm(await given.bureau())
    const one = firmRow(divisionCode)
    const id = await dryRun(admin, 'FIRMS', firmSheet, [
      one,
      { ...one, name: '重复所' },
      firmRow(divisionCode, { creditCode: foreign.creditCode, licenceNo: foreign.creditCode }),
      firmRow(divisionCode, { streetCode: '没有的街道' }),
    ])
    const [, twice, elsewhere, street] = await rowsOf(admin, id)
    expect(twice?.problems).toContainEqual({ field: 'creditCode', message: '统一社会信用代码与第2行重复' })
    expect(elsewhere?.problems).toEqual([{ field: 'creditCode', message: '这家机构登记在其他区划，不能由本局导入' }])
    expect(street?.problems[0]?.message).toContain('不在可选范围内')
    expect(firm.name).not.toBe('重复所')
  })

  test('缺列、空表、敌意文件当场退回，不留批次也不留文件', async () => {
    const { admin, divisionCode } = await given.world()
    const formula = hostileWorkbooks.find(([, code]) => code === 'FORMULA')
    for (const [bytes, code] of [
      [await workbookOf([['机构名称'], ['甲']]), 'HEADERS_MISSING'],
      [await workbookOf([firmSheet.columns.map(({ header }) => header)]), 'NO_ROWS'],
      [(await formula?.[2]()) ?? new Uint8Array(), 'FORMULA'],
    ] as const) {
      const answer = await http(admin, '/api/imports/FIRMS', { method: 'POST', body: formWith(bytes, 'a.xlsx') })
      expect(answer.status).toBe(422)
      expect(await answer.json()).toMatchObject({ code })
    }
    expect(await db.importBatch.count({ where: { divisionCode } })).toBe(0)
    expect(await db.storedFile.count({ where: { divisionCode } })).toBe(0)
  })
})

describe('执业人员导入', () => {
  test('新增人员连同执业经历、特长、考核一起登记；号码加密保存，页面和暂存的行里都看不到', async () => {
    const { admin, firm } = await given.world()
    const row = personRow(firm.name, {
      idNo: idNo(),
      assessmentYear: '2025',
      assessmentResult: '称职',
      joinedOn: '2020-03-01',
    })
    const id = await dryRun(admin, 'PRACTITIONERS', practitionerSheet, [row])
    const [shown] = await rowsOf(admin, id)
    expect(shown?.cells).toContainEqual({ field: 'phone', text: '138****1234' })
    const stored = JSON.stringify(await db.importRow.findMany({ where: { batch: { accountId: admin.accountId } } }))
    for (const secret of ['13812341234', row['idNo'] ?? '']) expect(stored).not.toContain(secret)
    await commit(admin, id)
    const person = await db.practitioner.findUniqueOrThrow({
      where: { licenceNo: row['licenceNo'] ?? '' },
      include: { memberships: true, specialties: true, assessments: true },
    })
    expect(person).toMatchObject({
      status: 'ACTIVE',
      firmId: firm.id,
      gender: 'MALE',
      birthYear: 1985,
      phoneMasked: '138****1234',
      capacity: 3,
      memberships: [{ firmId: firm.id, validTo: null }],
      assessments: [{ year: 2025, result: 'COMPETENT' }],
    })
    expect(person.specialties.map(({ topicCode, level }) => `${topicCode}${level}`).toSorted()).toEqual([
      'LABOUR3',
      'PROPERTY_MGMT2',
    ])
    const again = await dryRun(admin, 'PRACTITIONERS', practitionerSheet, [row])
    expect(await batchOf(admin, again)).toMatchObject({ sameRows: 1, changedRows: 0, newRows: 0 })
  })

  test('机构未登记、身份证号已属他人、转所没有日期、超出上限，各有原因；转所写明日期后经历接续', async () => {
    const { admin, firm, practitioner, bureau } = await given.world()
    const other = await given.firm(bureau)
    const held = idNo()
    await commit(
      admin,
      await dryRun(admin, 'PRACTITIONERS', practitionerSheet, [personRow(firm.creditCode, { idNo: held })]),
    )
    const mover = personRow(other.name)
    await write(clerk, 'given', (tx) =>
      tx.practitioner.update({ where: { id: practitioner.id }, data: { licenceNo: mover.licenceNo } }),
    )
    const id = await dryRun(admin, 'PRACTITIONERS', practitionerSheet, [
      personRow('没有这家所'),
      personRow(firm.name, { idNo: held }),
      mover,
      personRow(firm.name, { capacity: '19' }),
    ])
    const messages = (await rowsOf(admin, id)).map(({ problems }) => problems[0]?.message)
    expect(messages).toEqual([
      '没有登记执业机构“没有这家所”，请先导入机构',
      '身份证号码已登记在另一个执业证号名下',
      '执业机构与登记的不同：转所请填写到所日期',
      expect.stringContaining('可任社区数不能超过'),
    ])
    await commit(admin, await dryRun(admin, 'PRACTITIONERS', practitionerSheet, [{ ...mover, joinedOn: '2026-06-01' }]))
    const memberships = await db.firmMembership.findMany({
      where: { practitionerId: practitioner.id },
      orderBy: { validFrom: 'asc' },
    })
    expect(memberships).toMatchObject([
      { firmId: firm.id, validTo: new Date('2026-06-01T00:00:00Z') },
      { firmId: other.id, validFrom: new Date('2026-06-01T00:00:00Z'), validTo: null },
    ])
    expect(await db.practitioner.findUnique({ where: { id: practitioner.id } })).toMatchObject({ firmId: other.id })
  })
})

describe('社区导入', () => {
  test('按区划代码更新或新增，不在本局区划的代码退回', async () => {
    const { admin, community, streetCode } = await given.world()
    const id = await dryRun(admin, 'COMMUNITIES', communitySheet, [
      {
        code: community.code,
        name: community.name,
        kind: '社区',
        population: '5200',
        demands: '劳动争议5',
        contactPhone: '0574-87001234',
      },
      { code: `${streetCode}998`, name: '新社区', kind: '社区', lng: '121.55', lat: '29.87' },
      { code: '110101001001', name: '别处社区', kind: '社区' },
    ])
    const [changed, , foreign] = await rowsOf(admin, id)
    expect(changed?.changes.map(({ header }) => header)).toEqual(['常住人口', '联系电话', '法律需求'])
    expect(foreign?.problems).toEqual([{ field: 'code', message: '这个代码不在本局的区划内' }])
    await commit(admin, id, 'SKIP_BAD')
    expect(await db.communityDemand.findMany({ where: { communityCode: community.code } })).toMatchObject([
      { topicCode: 'LABOUR', weight: 5 },
    ])
    expect(await undo(admin, id)).toMatchObject({ status: 'UNDONE' })
    expect(await db.communityDemand.count({ where: { communityCode: community.code } })).toBe(0)
    expect(await db.community.findUnique({ where: { code: community.code } })).toMatchObject({
      population: null,
      contactPhoneMasked: null,
    })
    expect(await db.community.count({ where: { code: `${streetCode}998` } })).toBe(0)
  })
})

describe('退回改正', () => {
  test('退回的工作簿里有错误原因列，错的格有标记和批注；改好后可以直接再上传', async () => {
    const { admin, divisionCode } = await given.world()
    const rows = [firmRow(divisionCode), firmRow(divisionCode, { partyOrg: '不知道' })]
    const id = await dryRun(admin, 'FIRMS', firmSheet, rows)
    const raw = Buffer.from(id, 'base64').toString().split(':')[1] ?? ''
    for (const only of ['', '?only=bad']) {
      const answer = await http(admin, `/api/imports/${raw}/marked.xlsx${only}`)
      expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(only ? '仅有错的行' : '标出错误'))
      const workbook = new Workbook()
      await workbook.xlsx.load(await answer.arrayBuffer())
      const sheet = workbook.worksheets[0]
      const reason = firmSheet.columns.length + 1
      const row = sheet?.getRow(only ? 2 : 3)
      expect(sheet?.getRow(1).getCell(reason).value).toBe('错误原因')
      expect(row?.getCell(reason).value).toContain('党组织“不知道”不在可选范围内')
      const bad = row?.getCell(firmSheet.columns.findIndex(({ key }) => key === 'partyOrg') + 1)
      expect(bad?.fill).toMatchObject({ pattern: 'solid' })
      expect(JSON.stringify(bad?.note)).toContain('不在可选范围内')
      if (bad) bad.value = '未建'
      const bytes = new Uint8Array(Buffer.from(await workbook.xlsx.writeBuffer()))
      const again = await http(admin, '/api/imports/FIRMS', { method: 'POST', body: formWith(bytes, '改好.xlsx') })
      expect(again.status).toBe(201)
      await jobsDone()
      const { id: next } = z.object({ id: z.string() }).parse(await again.json())
      expect(await batchOf(admin, next)).toMatchObject({
        status: 'CHECKED',
        badRows: 0,
        newRows: only ? 1 : 2,
        ignoredColumns: [],
      })
    }
  })

  test('只标有错的格：格式相同的别的格不标', async () => {
    const { admin, divisionCode } = await given.world()
    const uploaded = new Workbook()
    const worksheet = uploaded.addWorksheet(firmSheet.title)
    worksheet.addRow(firmSheet.columns.map(({ header }) => header))
    for (const row of [firmRow(divisionCode), firmRow(divisionCode, { partyOrg: '不知道' })]) {
      // As text, like the cells of the template.
      worksheet.addRow(firmSheet.columns.map(({ key }) => row[key] ?? '')).eachCell((cell) => (cell.numFmt = '@'))
    }
    const bytes = new Uint8Array(Buffer.from(await uploaded.xlsx.writeBuffer()))
    const sent = await http(admin, '/api/imports/FIRMS', { method: 'POST', body: formWith(bytes, '名单.xlsx') })
    const { id } = z.object({ id: z.string() }).parse(await sent.json())
    await jobsDone()
    const raw = Buffer.from(id, 'base64').toString().split(':')[1] ?? ''
    const marked = new Workbook()
    await marked.xlsx.load(await (await http(admin, `/api/imports/${raw}/marked.xlsx`)).arrayBuffer())
    const filled: string[] = []
    marked.worksheets[0]?.eachRow((row, rowNo) => {
      row.eachCell((cell) => rowNo > 1 && JSON.stringify(cell.fill)?.includes('solid') && filled.push(cell.text))
    })
    expect(filled).toEqual(['不知道'])
  })
})
