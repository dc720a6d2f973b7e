import { beforeAll, describe, expect, test } from '@jest/globals'
import { isEnumType } from 'graphql'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { schema } from '../schema.ts'
import { ask } from '../test/ask.ts'
import { given, type World } from '../test/given.ts'
import { givenServiceLog } from '../test/givenVisits.ts'
import { givenOtherFirm, thingsOf, watchers } from '../test/things.ts'

const type = schema.getType('HistoryKind')
const kinds = isEnumType(type) ? type.getValues().map(({ name }) => name) : []
const History = 'query ($kind: HistoryKind!, $id: String!) { history(kind: $kind, id: $id) { edges { node { key } } } }'

const bureau = ['admin', 'leader'] as const

/** Who reads the history of each kind of thing of test/things.ts. */
const readers: Readonly<Record<string, readonly (typeof watchers)[number][]>> = {
  ACCOUNT: ['sysAdmin', 'admin'],
  FIRM: [...bureau, 'firmAdmin'],
  PRACTITIONER: [...bureau, 'firmAdmin'],
  STREET: bureau,
  COMMUNITY: bureau,
  PAIRING: [...bureau, 'firmAdmin'],
  VISIT: [...bureau, 'firmAdmin'],
  SERVICE_LOG: [...bureau, 'firmAdmin'],
  SETTING: ['sysAdmin', ...bureau],
  DICT_ITEM: ['sysAdmin', ...bureau],
}

describe('变更历史由看得到记录的人看', () => {
  let world: World
  let foreign: World
  let viewers: Readonly<Record<(typeof watchers)[number], Viewer>>
  let keys: Readonly<Record<string, string>>

  beforeAll(async () => {
    world = await given.world()
    foreign = await given.world()
    viewers = { ...world, ...(await givenOtherFirm(world)) }
    const { divisionCode } = world
    const item = await write({ system: '测试', requestId: 'test' }, 'given', async (tx) => {
      await tx.setting.create({ data: { divisionCode, key: 'capacityDefault', value: 3 } })
      return tx.dictItem.create({ data: { divisionCode, kind: 'TOPIC', code: 'OWN', label: '本局的', position: 99 } })
    })
    const things = Object.entries(await thingsOf(world)).map(([name, { key }]) => [kindOf(name), key])
    keys = { ...Object.fromEntries(things), SETTING: 'capacityDefault', DICT_ITEM: item.id }
  })

  const lines = async (viewer: Viewer, kind: string) => {
    const { data, codes } = await ask(viewer, History, { kind, id: keys[kind] })
    return codes.length > 0 ? codes : data.history.edges.length > 0
  }

  test.each(kinds)('%s：本地各角色', async (kind) => {
    const seen = await Promise.all(watchers.map((watcher) => lines(viewers[watcher], kind)))
    const expected = watchers.map((watcher) =>
      watcher === 'lawyer' || watcher === 'otherLawyer' ? ['FORBIDDEN'] : readers[kind]?.includes(watcher),
    )
    expect(seen).toEqual(expected)
  })

  test.each(kinds)('%s：别处的人都看不到', async (kind) => {
    for (const viewer of [foreign.sysAdmin, foreign.admin, foreign.leader, foreign.firmAdmin])
      expect([viewer.role, await lines(viewer, kind)]).toEqual([viewer.role, false])
  })

  test('日志在提交之前只有本人看得到，其变更历史也没有别人看', async () => {
    const pairing = await given.pairing(await given.community(world), await given.practitioner(world.firm))
    const draft = await givenServiceLog(pairing, { status: 'DRAFT', submittedAt: null })
    for (const viewer of [world.admin, world.leader, world.firmAdmin]) {
      const { data } = await ask(viewer, History, { kind: 'SERVICE_LOG', id: draft.id })
      expect(data.history.edges).toEqual([])
    }
  })
})

/** `ServiceLog` is of the kind SERVICE_LOG. */
function kindOf(name: string): string {
  return name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}
