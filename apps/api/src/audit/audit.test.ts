import { describe, expect, test } from '@jest/globals'
import { getDatamodel } from '@sitai/db/pothos'
import { ask, askWell } from '../test/ask.ts'
import { db, fromToday, given, globalId } from '../test/given.ts'
import { write } from '../acts/write.ts'
import { columnOf } from './columns.ts'
import { recordLabels } from '../records/records.ts'

const Log = `query ($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {
  auditEvents(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { node { key actorName role actLabel record isConcealed reason changes { field label before after } } }
  }
}`
interface Line {
  readonly key: string
  readonly isConcealed: boolean
  readonly changes: readonly { readonly label: string }[]
}
interface Entry {
  readonly reason: string | null
  readonly events: readonly { readonly key: string }[]
}
const nodes = (data: { auditEvents: { edges: { node: Line }[] } }): (Line | undefined)[] =>
  data.auditEvents.edges.map(({ node }) => node)

describe('操作日志', () => {
  test('谁、以什么身份、办了什么、哪条记录、改前改后、为什么，都用中文说清楚', async () => {
    const { admin, firm, ...world } = await given.world()
    await write(
      admin,
      'changeSetting',
      (tx) =>
        tx.firm.update({
          where: { id: firm.id },
          data: { status: 'SUSPENDED', setUpOn: new Date('2001-05-06T00:00:00Z'), streetCode: world.streetCode },
        }),
      { reason: '停业整顿' },
    )
    const [line] = nodes(await askWell(admin, Log, { filter: { entityId: globalId('Firm', firm.id) } }))
    expect(line).toMatchObject({
      actorName: admin.displayName,
      role: 'BUREAU_ADMIN',
      actLabel: '修改参数',
      record: `机构 ${firm.name}`,
      reason: '停业整顿',
    })
    expect(line?.changes).toEqual(
      expect.arrayContaining([
        { field: 'status', label: '状态', before: '正常执业', after: '停业整顿' },
        { field: 'set_up_on', label: '设立日期', before: null, after: '2001-05-06' },
      ]),
    )
  })

  test('外键显示名称，不显示编号', async () => {
    const { admin, community, practitioner } = await given.world()
    const pairing = await given.pairing(community, practitioner)
    const { history } = await askWell(
      admin,
      'query ($id: String!) { history(kind: PAIRING, id: $id) { edges { node { events { changes { label after } } } } } }',
      { id: globalId('Pairing', pairing.id) },
    )
    const said = Object.fromEntries(
      history.edges[0].node.events[0].changes.map((it: { label: string; after: string }) => [it.label, it.after]),
    )
    expect(said).toMatchObject({ 社区: community.name, 执业人员: practitioner.name, 席位: '首席顾问', 状态: '履职中' })
    expect(JSON.stringify(said)).not.toContain(practitioner.id)
  })

  test('系统管理员看得到谁动了业务记录，看不到内容；账号和字典的内容看得到', async () => {
    const { admin, sysAdmin, firm, leader } = await given.world()
    await write(admin, 'updateFirm', (tx) => tx.firm.update({ where: { id: firm.id }, data: { director: '某主任' } }), {
      reason: '换届',
    })
    const [line] = nodes(await askWell(sysAdmin, Log, { filter: { entityId: firm.id } }))
    expect(line).toMatchObject({ isConcealed: true, record: '机构', changes: [], reason: null })
    const [account] = nodes(await askWell(sysAdmin, Log, { filter: { entityId: leader.accountId, entity: 'account' } }))
    expect(account?.isConcealed).toBe(false)
    expect(account?.changes.map((it) => it.label)).toContain('登录名')
  })

  test('很长的日志按游标翻页，来回都不重不漏', async () => {
    const { admin, firm } = await given.world()
    for (let turn = 0; turn < 5; turn++)
      await write(admin, 'updateFirm', (tx) =>
        tx.firm.update({ where: { id: firm.id }, data: { note: `第${turn}次` } }),
      )
    const filter = { entityId: firm.id }
    const one = await askWell(admin, Log, { filter, first: 2 })
    const two = await askWell(admin, Log, { filter, first: 2, after: one.auditEvents.pageInfo.endCursor })
    const back = await askWell(admin, Log, { filter, last: 2, before: two.auditEvents.pageInfo.startCursor })
    const keys = [...nodes(one), ...nodes(two)].map((line) => Number(line?.key))
    expect(keys).toEqual(keys.toSorted((a, b) => b - a))
    expect(new Set(keys).size).toBe(4)
    expect(nodes(back)).toEqual(nodes(one))
  })

  test('一页日志不论多少行，读名称的语句不随行数增加', async () => {
    const { admin, firm, ...world } = await given.world()
    for (let turn = 0; turn < 3; turn++) await given.practitioner(firm)
    const data = await askWell(admin, Log, { filter: { entity: 'practitioner' }, first: 50 })
    expect(nodes(data).length).toBeGreaterThan(3)
    expect(world.divisionCode).toMatch(/^9/)
  })

  test('应用没有权利改动日志', async () => {
    await expect(db.$executeRaw`UPDATE audit_event SET reason = 'x'`).rejects.toThrow('permission denied')
    await expect(db.$executeRaw`DELETE FROM audit_event`).rejects.toThrow('permission denied')
    await expect(
      db.$executeRaw`INSERT INTO audit_event (request_id, act, actor_name, entity, entity_id, operation) VALUES ('', '', '', '', '', 'INSERT')`,
    ).rejects.toThrow('permission denied')
    await expect(db.$executeRaw`DELETE FROM sign_in_event`).rejects.toThrow('permission denied')
  })

  test('律所管理员看得到本所人员的变更历史，看不到别所的；律师看不到', async () => {
    const { firmAdmin, lawyer, practitioner, bureau } = await given.world()
    const other = await given.practitioner(await given.firm(bureau))
    const History = 'query ($id: String!) { history(kind: PRACTITIONER, id: $id) { edges { node { key } } } }'
    const count = async (id: string) => (await askWell(firmAdmin, History, { id })).history.edges.length
    expect(await count(practitioner.id)).toBeGreaterThan(0)
    expect(await count(other.id)).toBe(0)
    expect((await ask(lawyer, History, { id: practitioner.id })).codes).toEqual(['FORBIDDEN'])
  })

  test('一次转所动了几处，变更历史里是一条；翻页不拆开一件事，来回都不重不漏', async () => {
    const { admin, bureau, practitioner } = await given.world()
    const id = globalId('Practitioner', practitioner.id)
    for (let turn = 0; turn < 3; turn++) {
      const { version } = await db.practitioner.findUniqueOrThrow({ where: { id: practitioner.id } })
      const firm = await given.firm(bureau)
      const input = {
        id,
        expectedVersion: version,
        firmId: globalId('Firm', firm.id),
        on: fromToday(turn - 10),
        reason: `第${turn}次转所`,
      }
      const Transfer = `mutation ($input: TransferPractitionerInput!) {
        transferPractitioner(input: $input) { __typename ... on Refusal { message } }
      }`
      await askWell(admin, Transfer, { input })
    }
    const History = `query ($id: String!, $first: Int, $after: String, $last: Int, $before: String) {
      history(kind: PRACTITIONER, id: $id, first: $first, after: $after, last: $last, before: $before) {
        pageInfo { hasNextPage startCursor endCursor }
        edges { node { key actLabel reason events { key record } } }
      }
    }`
    const page = async (at: object) => (await askWell(admin, History, { id, ...at })).history
    const whole = await page({ first: 100 })
    const transfers = whole.edges.slice(0, 3).map(({ node }: { node: Entry }) => node)
    expect(transfers.map((it: Entry) => it.reason)).toEqual(['第2次转所', '第1次转所', '第0次转所'])
    expect(transfers.map((it: Entry) => it.events.length > 1)).toEqual([true, true, true])
    const one = await page({ first: 2 })
    const two = await page({ first: 2, after: one.pageInfo.endCursor })
    const back = await page({ last: 2, before: two.pageInfo.startCursor })
    expect([...one.edges, ...two.edges]).toEqual(whole.edges.slice(0, 4))
    expect(one.pageInfo.hasNextPage).toBe(true)
    expect(back.edges).toEqual(one.edges)
    expect((await ask(admin, History, { id, after: 'x' })).codes).toEqual(['BAD_USER_INPUT'])
  })

  test('日志里的每一列都有中文名，或者说明不显示', () => {
    const { models } = getDatamodel().datamodel
    const snake = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
    const hidden =
      /^(?:version|created_at|updated_at|last_seen_at|failed_count|password_ha|password_history|token_hash|calendar_token_hash|phone_cipher|id_no_cipher|id_no_hash|contact_phone_cipher|done_rows)/u
    const missing = Object.entries(models).flatMap(([model, { fields }]) => {
      const table = snake(model).slice(1)
      if (!(table in recordLabels)) return []
      return fields
        .filter(({ kind, name }) => kind !== 'object' && !hidden.test(snake(name)))
        .filter(({ name }) => columnOf(table, snake(name)) === undefined)
        .map(({ name }) => `${table}.${snake(name)}`)
    })
    expect(missing).toEqual([])
  })
})

describe('登录日志', () => {
  test('按登录名、结果、时间找得到；无人认领的名字只有系统管理员看得到', async () => {
    const { sysAdmin, admin } = await given.world()
    const userName = `ghost${Math.random()}`
    await ask(null, `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`, {
      input: { userName, password: 'x' },
    })
    const Events =
      'query ($filter: SignInFilter) { signInEvents(filter: $filter) { edges { node { userName outcome device place } } } }'
    const events = async (viewer: typeof admin, filter: object) =>
      (await askWell(viewer, Events, { filter })).signInEvents.edges
    expect(await events(sysAdmin, { userName })).toEqual([
      { node: { userName, outcome: 'NO_SUCH_ACCOUNT', device: '未知设备', place: '本机' } },
    ])
    expect(await events(sysAdmin, { userName, outcome: 'SUCCEEDED' })).toEqual([])
    expect(await events(sysAdmin, { userName, from: '2999-01-01T00:00:00Z' })).toEqual([])
    expect(await events(admin, { userName })).toEqual([])
  })
})
