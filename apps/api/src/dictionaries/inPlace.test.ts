import { describe, expect, test } from '@jest/globals'
import type { DictKind } from '@sitai/db/client'
import { write } from '../acts/write.ts'
import { act } from '../pairings/test/pairings.testing.ts'
import { ask, askWell } from '../test/ask.ts'
import { day, fromToday, given, globalId } from '../test/given.ts'
import { aKey, logFields, pairedWorld } from '../test/givenVisits.ts'

const clerk = { system: '测试', requestId: 'test' }

/** A row of a place's own in a dictionary. */
const item = (divisionCode: string, kind: DictKind, code: string, label: string, active = true) =>
  write(clerk, 'given', (tx) => tx.dictItem.create({ data: { divisionCode, kind, code, label, active } }))

const Update = `mutation ($input: UpdateCommunityInput!) { updateCommunity(input: $input) {
  __typename ... on Refusal { code message path } ... on Community { version demands { topicCode topicLabel weight } } } }`

const updated = async (world: Awaited<ReturnType<typeof given.world>>, version: number, topics: string[]) =>
  (
    await ask(world.admin, Update, {
      input: {
        code: world.community.code,
        expectedVersion: version,
        fields: { demands: topics.map((topicCode) => ({ topicCode, weight: 2 })) },
      },
    })
  ).data.updateCommunity

describe('字典在一个地方怎样算数', () => {
  test('停用的主题不能再新选，记录上原有的可以留着', async () => {
    const world = await given.world()
    expect(await updated(world, 1, ['TAX'])).toMatchObject({ __typename: 'Community' })
    await item(world.divisionCode, 'TOPIC', 'TAX', '税务', false)
    expect(await updated(world, 2, ['TAX', 'LABOUR'])).toMatchObject({ version: 3 })
    expect(await updated(world, 3, ['LABOUR'])).toMatchObject({ version: 4 })
    expect(await updated(world, 4, ['LABOUR', 'TAX'])).toMatchObject({ code: 'TOPIC_UNKNOWN', path: ['demands'] })
  })

  test('记日志时停用的主题和停用的类型一样，都不能选', async () => {
    const world = await pairedWorld()
    const log = `mutation ($input: LogServiceInput!) { logService(input: $input) { __typename ... on Refusal { code path } } }`
    const tried = async (fields: Record<string, unknown>) =>
      (await ask(world.lawyer, log, { input: { idempotencyKey: aKey(), log: logFields(world.pairing, fields) } })).data
        .logService
    await item(world.divisionCode, 'TOPIC', 'IP', '知识产权', false)
    await item(world.divisionCode, 'SERVICE_TYPE', 'LEAFLETS', '发放资料', false)
    expect(await tried({ topicCode: 'IP' })).toMatchObject({ code: 'TOPIC_UNKNOWN', path: ['topicCode'] })
    expect(await tried({ typeCode: 'LEAFLETS' })).toMatchObject({ code: 'TYPE_UNKNOWN', path: ['typeCode'] })
    expect((await tried({})).__typename).toBe('ServiceLog')
  })

  test('本局加的解聘事由和通用的一起可选；本局改了名的只出现一次', async () => {
    const world = await given.world()
    await item(world.divisionCode, 'TERMINATION_GROUND', 'MOVED_AWAY', '迁居外地')
    await item(world.divisionCode, 'TERMINATION_GROUND', 'PRACTICE_ENDED', '不再执业')
    await item(world.divisionCode, 'TERMINATION_GROUND', 'COMMUNITY_REQUEST', '社区申请', false)
    const { pairingDefaults } = await askWell(world.admin, '{ pairingDefaults { grounds { code label } } }')
    const grounds: { code: string; label: string }[] = pairingDefaults.grounds
    expect(new Map(grounds.map(({ code, label }) => [code, label]))).toEqual(
      new Map([
        ['MOVED_AWAY', '迁居外地'],
        ['OWN_REQUEST', '本人申请'],
        ['ASSESSMENT_FAILED', '考核不合格'],
        ['PRACTICE_ENDED', '不再执业'],
        ['OTHER', '其他'],
      ]),
    )
    expect(grounds).toHaveLength(5)
  })

  test('解聘事由按本局的叫法显示，在结对上、在经过里，别局的叫法不相干', async () => {
    const [world, other] = [await given.world(), await given.world()]
    await item(world.divisionCode, 'TERMINATION_GROUND', 'MOVED_AWAY', '迁居外地')
    await item(other.divisionCode, 'TERMINATION_GROUND', 'MOVED_AWAY', '搬走了')
    await item(other.divisionCode, 'TERMINATION_GROUND', 'OWN_REQUEST', '别局的叫法')
    const { community, practitioner, admin } = world
    const held = await given.pairing(community, practitioner, { termFrom: day(fromToday(-300)) })
    const ended = await act(admin, 'terminatePairing', {
      id: globalId('Pairing', held.id),
      expectedVersion: 1,
      ground: 'MOVED_AWAY',
      effectiveOn: fromToday(0),
    })
    expect(ended).toMatchObject({ status: 'TERMINATED' })
    const answer = await askWell(
      admin,
      `query ($code: String!, $id: ID!) {
        pairing(id: $id) { endGroundLabel }
        community(code: $code) { timeline { kind detail } } }`,
      { code: community.code, id: globalId('Pairing', held.id) },
    )
    expect(answer.pairing.endGroundLabel).toBe('迁居外地')
    expect(answer.community.timeline).toContainEqual({ kind: 'PAIRING_ENDED', detail: '迁居外地' })
    const second = await given.pairing(await given.community(world.bureau), practitioner)
    const plain = await act(admin, 'terminatePairing', {
      id: globalId('Pairing', second.id),
      expectedVersion: 1,
      ground: 'OWN_REQUEST',
      effectiveOn: fromToday(0),
    })
    const { pairing } = await askWell(admin, 'query ($id: ID!) { pairing(id: $id) { endGroundLabel } }', {
      id: plain.id,
    })
    expect(pairing.endGroundLabel).toBe('本人申请')
  })
})
