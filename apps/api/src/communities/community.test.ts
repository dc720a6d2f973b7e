import { beforeEach, describe, expect, test } from '@jest/globals'
import { answerOf, ask, askWell } from '../test/ask.ts'
import { given, globalId, type World } from '../test/given.ts'

const refused = '... on Refusal { code message path }'
const Create = `mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { __typename ${refused} ... on Community { code street { name } contactPhoneMasked } } }`
const Update = `mutation ($input: UpdateCommunityInput!) { updateCommunity(input: $input) { __typename ${refused} ... on Community { version demands { topicLabel weight } visitRoom } } }`
const Move = `mutation ($input: ChangeCommunityStatusInput!) { changeCommunityStatus(input: $input) { __typename ${refused} ... on Community { status } } }`
const UpdateStreet = `mutation ($input: UpdateStreetInput!) { updateStreet(input: $input) { __typename ${refused} ... on Street { adjacentCodes version } } }`
const List = `query ($filter: CommunityFilter, $search: String) { communities(filter: $filter, search: $search) { totalCount edges { node { code } } } }`

let world: World
beforeEach(async () => {
  world = await given.world()
})

const codes = async (variables: object): Promise<string[]> =>
  (await askWell(world.leader, List, { ...variables })).communities.edges.map(
    ({ node }: { node: { code: string } }) => node.code,
  )

describe('社区', () => {
  test('新登记的社区归代码所示的街道；街道未登记的，指明代码有误', async () => {
    const fields = { name: '澄浪社区', kind: 'URBAN', contactPhone: '0574-87000000' }
    const { createCommunity } = await askWell(world.admin, Create, {
      input: { code: `${world.streetCode}901`, fields },
    })
    expect(createCommunity).toMatchObject({ street: { name: '第一街道' }, contactPhoneMasked: '0574-******00' })
    expect(await answerOf(world.admin, Create, { code: `${world.divisionCode}888901`, fields })).toMatchObject({
      code: 'STREET_UNKNOWN',
      path: ['code'],
    })
    expect(await answerOf(world.admin, Create, { code: `${world.streetCode}901`, fields })).toMatchObject({
      code: 'CODE_TAKEN',
      path: ['code'],
    })
    expect(await codes({ search: 'clsq' })).toEqual([`${world.streetCode}901`])
  })

  test('改法律需求也算一个新版本；字典里没有的主题予以拒绝', async () => {
    const input = { code: world.community.code, expectedVersion: 1 }
    const { updateCommunity } = await askWell(world.admin, Update, {
      input: { ...input, fields: { demands: [{ topicCode: 'LABOUR', weight: 5 }] } },
    })
    expect(updateCommunity).toMatchObject({ version: 2, demands: [{ topicLabel: '劳动争议', weight: 5 }] })
    expect(await answerOf(world.admin, Update, { ...input, fields: { visitRoom: '一楼' } })).toMatchObject({
      code: 'VERSION_CONFLICT',
    })
    const wrong = { ...input, expectedVersion: 2, fields: { demands: [{ topicCode: 'NO_SUCH', weight: 1 }] } }
    expect(await answerOf(world.admin, Update, wrong)).toMatchObject({ code: 'TOPIC_UNKNOWN', path: ['demands'] })
  })

  test('有顾问在任的社区不能撤并，没有的可以，也可恢复', async () => {
    const pairing = await given.pairing(world.community, world.practitioner)
    const input = { code: world.community.code, expectedVersion: 1, to: 'MERGED', reason: '并入邻近社区' }
    expect(await answerOf(world.admin, Move, input)).toMatchObject({ code: 'HAS_PAIRINGS' })
    const empty = await given.community(world.bureau)
    const { changeCommunityStatus } = await askWell(world.admin, Move, { input: { ...input, code: empty.code } })
    expect(changeCommunityStatus.status).toBe('MERGED')
    await askWell(world.admin, Move, {
      input: { code: empty.code, expectedVersion: 2, to: 'ACTIVE', reason: '撤并有误' },
    })
    expect(pairing.status).toBe('ACTIVE')
  })

  test('有无顾问的筛选，与街道的覆盖数一致', async () => {
    await given.pairing(world.community, world.practitioner)
    const bare = await given.community(world.bureau)
    expect(await codes({ filter: { hasAdviser: true } })).toEqual([world.community.code])
    expect(await codes({ filter: { hasAdviser: false } })).toEqual([bare.code])
    const { street } = await askWell(
      world.leader,
      'query ($code: String!) { street(code: $code) { communityCount coveredCount } }',
      { code: world.streetCode },
    )
    expect(street).toEqual({ communityCount: 2, coveredCount: 1 })
    const { community } = await askWell(
      world.lawyer,
      'query ($code: String!) { community(code: $code) { advisers { name firmName isLead } timeline { title } } }',
      { code: world.community.code },
    )
    expect(community.advisers).toEqual([{ name: world.practitioner.name, firmName: world.firm.name, isLead: true }])
    expect(community.timeline.map(({ title }: { title: string }) => title)).toContain(
      `与 ${world.practitioner.name} 结对，任首席顾问`,
    )
  })

  test('外局的社区和街道按编号也取不到', async () => {
    const stranger = await given.world()
    for (const id of [globalId('Community', world.community.code), globalId('Street', world.streetCode)]) {
      const { data } = await ask(stranger.admin, 'query ($id: ID!) { node(id: $id) { id } }', { id })
      expect(data.node).toBeNull()
      expect((await ask(world.lawyer, 'query ($id: ID!) { node(id: $id) { id } }', { id })).data.node).not.toBeNull()
    }
  })
})

describe('街道', () => {
  test('相邻是双方的：加上和去掉都随之改变', async () => {
    const other = await given.street(world.bureau)
    const input = { code: world.streetCode, expectedVersion: 1 }
    await askWell(world.admin, UpdateStreet, { input: { ...input, adjacentCodes: [other.code] } })
    const adjacent = async (code: string) =>
      (await askWell(world.admin, 'query ($code: String!) { street(code: $code) { adjacentCodes } }', { code })).street
        .adjacentCodes
    expect(await adjacent(other.code)).toEqual([world.streetCode])
    await askWell(world.admin, UpdateStreet, { input: { ...input, expectedVersion: 2, adjacentCodes: [] } })
    expect(await adjacent(other.code)).toEqual([])
    expect(
      await answerOf(world.admin, UpdateStreet, { ...input, expectedVersion: 3, adjacentCodes: [world.streetCode] }),
    ).toMatchObject({ path: ['adjacentCodes'] })
  })
})
