import { describe, expect, test } from '@jest/globals'
import { monthOf } from '@sitai/rules/calendar'
import { today } from '../time/clock.ts'
import { useExports } from '../test/exports.ts'
import { fromToday, given, globalId } from '../test/given.ts'
import { givenServiceLog, givenVisit, pairedWorld } from '../test/givenVisits.ts'
import { askWell } from '../test/ask.ts'
import { db } from '../test/http.ts'

const { exported, exporting } = useExports()

describe('各个列表的导出', () => {
  test('结对：筛选、次序、列与页面相同，聘期末日是日期', async () => {
    const { admin, firmAdmin, community, practitioner, firm, bureau } = await pairedWorld()
    const second = await given.community(bureau)
    await given.pairing(second, practitioner, { seat: 'ASSISTANT', status: 'PROPOSED', note: '=1+1' })
    const columns = ['community', 'practitioner', 'firm', 'seat', 'status', 'termFrom', 'daysLeft', 'note']
    const { texts, rows } = await exported(admin, 'pairings', {
      columns,
      filter: { status: ['ACTIVE', 'PROPOSED'] },
      search: '社区',
      orderBy: { field: 'STATUS', direction: 'ASC' },
    })
    expect(texts(1)[0]).toBe('结对一览')
    expect(texts(2)[0]).toMatch(/^筛选：搜索：社区；状态：履职中、拟聘　共 2 条/)
    expect(texts(3)).toEqual(['社区', '顾问', '执业机构', '席位', '状态', '聘期自', '余（天）', '说明'])
    expect(rows.map(([name, , , seat, status]) => [name, seat, status])).toEqual([
      [second.name, '助理顾问', '拟聘'],
      [community.name, '首席顾问', '履职中'],
    ])
    expect(rows[1]?.slice(1, 3)).toEqual([practitioner.name, firm.name])
    expect(rows[1]?.[6]).toBe('500')
    expect(rows[0]?.[7]).toBe('=1+1')
    const own = await exported(firmAdmin, 'pairings', { columns: ['community'], filter: {} })
    expect(own.rows).toHaveLength(2)
  })

  test('驻点和日志：本机构的只见本机构的，草稿不在内，数量和时长是数', async () => {
    const { pairing, admin, firmAdmin, community, bureau } = await pairedWorld()
    const others = await given.firm(bureau)
    const foreignAdmin = await given.someone('FIRM_ADMIN', { divisionCode: bureau.divisionCode, firmId: others.id })
    const visit = await givenVisit(pairing, {
      on: fromToday(-40),
      status: 'COMPLETED',
      checkedInAt: new Date(Date.now() - 41 * 86_400_000),
      doubts: ['签到距离过远'],
    })
    await givenVisit(pairing, { on: fromToday(9) })
    await givenServiceLog(pairing, { visitId: visit.id, persons: 12, occurredOn: visit.plannedOn })
    await givenServiceLog(pairing, { status: 'DRAFT', submittedAt: null })
    const visits = { columns: ['state', 'community', 'logs', 'doubts'], filter: { needsConfirmation: true } }
    const seen = await exported(admin, 'visits', visits)
    expect(seen.texts(2)[0]).toMatch(/^筛选：只看有疑点、待社区确认的：是　共 1 条/)
    expect(seen.rows).toEqual([[expect.stringContaining('待社区确认'), community.name, '1', '签到距离过远']])
    expect(seen.sheet?.getRow(4).getCell(3).value).toBe(1)
    expect((await exported(firmAdmin, 'visits', { columns: ['day'] })).rows).toHaveLength(2)
    expect((await exported(foreignAdmin, 'visits', { columns: ['day'] })).rows).toEqual([])

    const logs = {
      columns: ['state', 'type', 'topic', 'counts', 'content'],
      filter: { typeCode: ['CONSULTATION'], from: fromToday(-60), to: fromToday(0) },
    }
    const written = await exported(firmAdmin, 'serviceLogs', logs)
    expect(written.texts(2)[0]).toContain('类型：咨询')
    expect(written.rows).toEqual([
      ['已提交', '咨询', '劳动争议', '12人次', '解答居民关于劳动合同解除补偿的问题，建议先行协商。'],
    ])
    expect((await exported(foreignAdmin, 'serviceLogs', logs)).rows).toEqual([])
  })

  test('账号、操作日志、登录日志：系统管理员可以导出，业务内容对其隐去；律所管理员、领导不能', async () => {
    const { sysAdmin, admin, firmAdmin, leader, firm, divisionCode } = await given.world()
    const accounts = await exported(sysAdmin, 'accounts', {
      columns: ['NAME', 'grants', 'state', 'lastSignInAt'],
      filter: { role: ['FIRM_ADMIN'], state: 'ACTIVE' },
    })
    expect(accounts.texts(2)[0]).toMatch(/^筛选：角色：律所管理员；状况：启用　共 1 条/)
    expect(accounts.rows[0]?.slice(0, 3)).toEqual(['FIRM_ADMIN的人', `律所管理员 · ${firm.name}`, '启用'])

    const lines = { columns: ['actor', 'role', 'act', 'operation', 'record'], filter: { operation: 'EXPORT' } }
    await exported(admin, 'firms', { columns: ['name'], search: firm.name })
    const full = await exported(admin, 'auditEvents', lines)
    expect(full.texts(2)[0]).toMatch(/^筛选：操作：导出　共 2 条/)
    expect(full.rows).toEqual([
      ['BUREAU_ADMIN的人', '局管理员', '导出列表', '导出', '机构'],
      ['SYS_ADMIN的人', '系统管理员', '导出列表', '导出', '账号'],
    ])
    await exported(sysAdmin, 'signInEvents', {
      columns: ['at', 'userName', 'outcome'],
      filter: { outcome: 'SUCCEEDED' },
    })
    for (const list of ['accounts', 'auditEvents', 'signInEvents']) {
      for (const viewer of [firmAdmin, leader]) {
        expect((await exporting(viewer, list, { columns: ['NAME', 'at'] })).status).toBe(403)
      }
    }
    expect((await exporting(sysAdmin, 'visits', { columns: ['day'] })).status).toBe(403)
    const told = await db.auditEvent.findMany({ where: { divisionCode, operation: 'EXPORT' }, orderBy: { id: 'asc' } })
    expect(told.map(({ entity }) => entity)).toEqual(['account', 'firm', 'operation_log', 'sign_in_log'])
  })

  test('总览的数字：导出的事实之和就是页面上的数', async () => {
    const { pairing, admin, leader, firmAdmin, firm, streetCode } = await pairedWorld()
    await givenServiceLog(pairing, { persons: 4 })
    await givenServiceLog(pairing, { persons: 9 })
    const { overview } = await askWell(
      leader,
      '{ overview { ... on Overview { now { period numbers { consultations } } } } }',
    )
    expect(overview.now.numbers.consultations).toBe(13)
    const filter = { figure: 'CONSULTATIONS', period: monthOf(today()), streetCode, firmId: globalId('Firm', firm.id) }
    const { texts, rows } = await exported(firmAdmin, 'overviewFacts', {
      columns: ['community', 'amount', 'what'],
      filter,
    })
    expect(texts(2)[0]).toContain(`${firm.name}；社区咨询，合计 13`)
    expect(rows.map(([, amount]) => Number(amount)).toSorted((a, b) => a - b)).toEqual([4, 9])
    expect(
      await (await exporting(admin, 'overviewFacts', { columns: ['what'], filter: { figure: 'NOTHING' } })).json(),
    ).toMatchObject({ code: 'INVALID' })
    expect(
      (await exporting(admin, 'overviewFacts', { columns: ['what'], filter: { ...filter, firmId: '%%' } })).status,
    ).toBe(404)
  })
})
