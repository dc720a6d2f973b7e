import { beforeAll, describe, expect, test } from '@jest/globals'
import { isInterfaceType } from 'graphql'
import type { Viewer } from '../access/viewer.ts'
import { schema } from '../schema.ts'
import { ask } from './ask.ts'
import { given, globalId, type World } from './given.ts'
import { givenOtherFirm, thingsOf, watchers, type Thing } from './things.ts'

const document = 'query ($id: ID!) { node(id: $id) { __typename } }'

describe('按编号取 node(id)', () => {
  test('自己范围内的取得到；别处的、不存在的、写错的都是没有，不是出错', async () => {
    const [own, foreign] = [await given.world(), await given.world()]
    const pairing = await given.pairing(foreign.community, foreign.practitioner)
    const hidden = [
      globalId('Firm', foreign.firm.id),
      globalId('Practitioner', foreign.practitioner.id),
      globalId('Community', foreign.community.code),
      globalId('Street', foreign.streetCode),
      globalId('Pairing', pairing.id),
      globalId('Account', foreign.admin.accountId),
      globalId('Grant', foreign.admin.grantId),
      globalId('Firm', '00000000-0000-7000-8000-000000000000'),
      globalId('Firm', '写错的'),
      globalId('Street', '写错的'),
    ]
    for (const id of hidden)
      expect([id, await ask(own.admin, document, { id })]).toEqual([id, { data: { node: null }, codes: [] }])
    const seen = await ask(own.admin, document, { id: globalId('Firm', own.firm.id) })
    expect(seen.data).toEqual({ node: { __typename: 'Firm' } })
  })

  test('没有这种类型、根本不是编号的，是输入有误', async () => {
    const { admin } = await given.world()
    for (const id of [globalId('Nothing', '1'), globalId('Query', '1'), globalId('Setting', '1'), '###'])
      expect([id, (await ask(admin, document, { id })).codes]).toEqual([id, ['BAD_USER_INPUT']])
  })

  test('nodes 一次至多取 100 条', async () => {
    const { admin, firm } = await given.world()
    const many = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    const ids = (count: number) => ({ ids: Array.from({ length: count }, () => globalId('Firm', firm.id)) })
    expect((await ask(admin, many, ids(100))).data.nodes).toHaveLength(100)
    expect((await ask(admin, many, ids(101))).codes).toEqual(['BAD_USER_INPUT'])
  })
})

const node = schema.getType('Node')
const types = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : []

/** What whoever must change the password first still sees of these: their own account, here the leader's. */
const ofOneself = ['Account', 'Grant', 'Session']

describe('按编号取每一种记录', () => {
  const both = 'query ($id: ID!) { node(id: $id) { __typename } nodes(ids: [$id]) { __typename } }'
  let things: Readonly<Record<string, Thing>>
  let viewers: Readonly<Record<(typeof watchers)[number], Viewer>>
  let foreign: World

  beforeAll(async () => {
    const world = await given.world()
    viewers = { ...world, ...(await givenOtherFirm(world)) }
    things = await thingsOf(world)
    foreign = await given.world()
  })

  const idOf = (type: string) => {
    const thing = things[type]
    if (!thing) throw new Error(`test/things.ts has no ${type}.`)
    return globalId(type, thing.key)
  }
  const isSeenBy = async (type: string, viewer: Viewer) => {
    const { data, codes } = await ask(viewer, both, { id: idOf(type) })
    expect(codes).toEqual([])
    expect(data.nodes).toEqual([data.node])
    return data.node !== null
  }
  /** Who of these sees the thing of this type. */
  const seeing = async (type: string, of: (viewer: Viewer) => Viewer) => {
    const seen = await Promise.all(watchers.map((watcher) => isSeenBy(type, of(viewers[watcher]))))
    return watchers.filter((_watcher, at) => seen[at])
  }
  const seenBy = (type: string) => watchers.filter((watcher) => things[type]?.seenBy.includes(watcher))

  test.each(types)('%s 由其角色和范围看得到的人看得到', async (type) => {
    expect(await seeing(type, (viewer) => viewer)).toEqual(seenBy(type))
  })

  test.each(types)('须先修改初始密码的人，除自己的账号外看不到 %s', async (type) => {
    const expected = ofOneself.includes(type) ? ['leader'] : []
    expect(await seeing(type, (viewer) => ({ ...viewer, mustChangePassword: true }))).toEqual(expected)
  })

  test.each(types)('别处的人都看不到 %s', async (type) => {
    for (const viewer of [foreign.sysAdmin, foreign.admin, foreign.leader, foreign.firmAdmin, foreign.lawyer])
      expect([viewer.role, await isSeenBy(type, viewer)]).toEqual([viewer.role, false])
  })

  test.each(types)('没有登录的人要看 %s，先请登录', async (type) => {
    const { data, codes } = await ask(null, both, { id: idOf(type) })
    expect([data, new Set(codes)]).toEqual([null, new Set(['UNAUTHENTICATED'])])
  })
})
