import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { ask, askWell } from '../test/ask.ts'
import { db, fromToday, given, globalId, type World } from '../test/given.ts'
import { write } from '../acts/write.ts'
import { act, pair, seatOf } from './test/pairings.testing.ts'

const term = { termFrom: fromToday(0), termTo: fromToday(400) }
const candidatesOf = `query ($code: String!, $termFrom: Date!, $termTo: Date!, $search: String, $eligible: Boolean, $first: Int) {
  community(code: $code) { candidates(termFrom: $termFrom, termTo: $termTo, search: $search, eligible: $eligible, first: $first) {
    totalCount eligibleCount
    nodes { practitioner { id name } eligible score distanceKm held capacity components { label value weight reason } exclusions { code reason } }
  } }
}`
const candidates = async (world: World, more: Record<string, unknown> = {}) =>
  (await askWell(world.admin, candidatesOf, { code: world.community.code, ...term, ...more })).community.candidates

const many = `mutation ($input: PairCommunitiesInput!) { pairCommunities(input: $input) {
  __typename ... on Refusal { code message } ... on PairingBatch { batchId count pairings { status community { name } } } } }`
const undo = `mutation ($input: UndoPairingsInput!) { undoPairings(input: $input) { __typename ... on Refusal { code message } ... on PairingsUndone { count } } }`
const preview = `query ($input: PreviewPairingsInput!) { previewPairings(input: $input) { __typename ... on Refusal { code message }
  ... on PairingPreview { readyCount lines { community { code } chosen conflicts eligibleCount candidate { practitioner { id } score } } } } }`

describe('人选', () => {
  test('近的、空的、对口的在前，每项都有理由；不能担任的在后并写明原因', async () => {
    const world = await given.world()
    const far = await given.firm(world.bureau, { lat: 29.7, lng: 121.2, streetCode: null })
    const remote = await given.practitioner(far)
    const barred = await given.practitioner(world.firm, { status: 'SUSPENDED' })
    const { nodes, totalCount, eligibleCount } = await candidates(world)
    expect([totalCount, eligibleCount]).toEqual([3, 2])
    expect(nodes.map((it: { practitioner: { name: string } }) => it.practitioner.name)).toEqual([
      world.practitioner.name,
      remote.name,
      barred.name,
    ])
    expect(nodes[0].components).toHaveLength(5)
    expect(nodes[0].components[0]).toMatchObject({
      label: '就近',
      value: 100,
      reason: expect.stringContaining('在本街道'),
    })
    expect(nodes[1].distanceKm).toBeGreaterThan(20)
    expect(nodes[2]).toMatchObject({
      eligible: false,
      score: null,
      exclusions: [{ code: 'NOT_ACTIVE', reason: '执业状态为「停止执业」' }],
    })
  })

  test('按姓名、机构查找，分页，只看合适的；负担写明已任几个', async () => {
    const world = await given.world()
    await given.pairing(await given.community(world), world.practitioner)
    await given.practitioner(world.firm, { name: '欧阳思齐（虚构）', initials: 'oysq' })
    expect((await candidates(world, { search: 'oys' })).totalCount).toBe(1)
    expect((await candidates(world, { search: world.firm.name })).totalCount).toBe(2)
    expect((await candidates(world, { first: 1 })).nodes).toHaveLength(1)
    const [held] = (await candidates(world, { search: world.practitioner.name })).nodes
    expect(held).toMatchObject({ held: 1, capacity: 3 })
    expect((await candidates(world, { eligible: false })).totalCount).toBe(0)
  })
})

describe('工作台', () => {
  test('无顾问的社区在最前，其后是即将到期的；数目与列表一致', async () => {
    const world = await given.world()
    const soon = await given.community(world)
    await given.pairing(soon, world.practitioner, { termTo: new Date(fromToday(30)), endsOn: new Date(fromToday(30)) })
    const held = await given.community(world)
    await given.pairing(held, world.practitioner)
    const { pairingDesk } = await askWell(
      world.admin,
      `{ pairingDesk { totalCount counts { standing count }
      nodes { standing community { code } lead { practitioner { name } } } } }`,
    )
    expect(
      pairingDesk.nodes.map((it: { standing: string; community: { code: string } }) => [
        it.standing,
        it.community.code,
      ]),
    ).toEqual([
      ['VACANT', world.community.code],
      ['EXPIRING', soon.code],
      ['HELD', held.code],
    ])
    expect(pairingDesk.totalCount).toBe(3)
    expect(pairingDesk.nodes[1].lead.practitioner.name).toBe(world.practitioner.name)
    const vacant = await askWell(
      world.admin,
      '{ pairingDesk(filter: { standings: [VACANT] }) { totalCount nodes { standing } } }',
    )
    expect(vacant.pairingDesk).toEqual({ totalCount: 1, nodes: [{ standing: 'VACANT' }] })
  })
})

describe('批量结对', () => {
  test('预览为每个社区推荐最合适的人，不超过各人名额；另选的人照办', async () => {
    const world = await given.world()
    const one = await given.practitioner(world.firm, { capacity: 1 })
    await write({ system: '测试', requestId: 't' }, 'given', (tx) =>
      tx.practitioner.update({ where: { id: world.practitioner.id }, data: { capacity: 1 } }),
    )
    const codes = [world.community.code, (await given.community(world)).code, (await given.community(world)).code]
    const first = (await askWell(world.admin, preview, { input: { communityCodes: codes, ...term } })).previewPairings
    expect(first.readyCount).toBe(2)
    const proposed = first.lines.flatMap(
      (it: { candidate: { practitioner: { id: string } } | null }) => it.candidate?.practitioner.id ?? [],
    )
    expect(new Set(proposed).size).toBe(2)
    expect(first.lines.find((it: { candidate: unknown }) => it.candidate === null).conflicts).toEqual([
      '合适人选的名额已被本批其他社区用完',
    ])
    const choices = [{ communityCode: codes[2], practitionerId: globalId('Practitioner', one.id) }]
    const changed = (await askWell(world.admin, preview, { input: { communityCodes: codes, ...term, choices } }))
      .previewPairings
    expect(changed.lines[2]).toMatchObject({
      chosen: true,
      conflicts: [],
      candidate: { practitioner: { id: globalId('Practitioner', one.id) } },
    })
  })

  test('有一行不行就整批不办，并指出是哪个社区；都行则一次办成，可以整批撤销', async () => {
    const world = await given.world()
    const other = await given.community(world)
    const full = await given.practitioner(world.firm, { capacity: 0 })
    const lines = (second: { id: string }) => [
      { communityCode: world.community.code, practitionerId: globalId('Practitioner', world.practitioner.id) },
      { communityCode: other.code, practitionerId: globalId('Practitioner', second.id) },
    ]
    const input = (second: { id: string }) => ({
      idempotencyKey: randomUUID(),
      visitsPerMonth: 1,
      ...term,
      lines: lines(second),
    })
    const refused = (await ask(world.admin, many, { input: input(full) })).data.pairCommunities
    expect(refused).toMatchObject({ code: 'LINES_REFUSED' })
    expect(refused.message).toContain(other.name)
    expect(await db.pairing.count({ where: { communityCode: { in: [world.community.code, other.code] } } })).toBe(0)

    const sent = input(world.practitioner)
    const done = (await askWell(world.admin, many, { input: sent })).pairCommunities
    expect(done).toMatchObject({ count: 2, pairings: [{ status: 'ACTIVE' }, { status: 'ACTIVE' }] })
    // Sent again after a lost answer: the same batch, nothing twice.
    expect((await askWell(world.admin, many, { input: sent })).pairCommunities).toEqual(done)
    expect((await askWell(world.admin, undo, { input: { batchId: done.batchId } })).undoPairings.count).toBe(2)
    expect(await db.pairing.count({ where: { communityCode: { in: [world.community.code, other.code] } } })).toBe(0)
    expect(
      await db.auditEvent.count({
        where: {
          entity: 'pairing',
          act: 'undoPairings',
          operation: 'DELETE',
          divisionCode: { startsWith: world.divisionCode },
        },
      }),
    ).toBe(2)
  })

  test('同一幂等键不能用于另一批', async () => {
    const world = await given.world()
    const idempotencyKey = randomUUID()
    await act(world.admin, 'pairCommunity', { idempotencyKey, ...seatOf(world.community, world.practitioner) })
    const other = await given.community(world)
    expect(
      await act(world.admin, 'pairCommunity', { idempotencyKey, ...seatOf(other, world.practitioner) }),
    ).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    const shorter = { termTo: fromToday(300) }
    expect(
      await act(world.admin, 'pairCommunity', {
        idempotencyKey,
        ...seatOf(world.community, world.practitioner, shorter),
      }),
    ).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
  })

  test('同一次结对同时发来几遍，只成一个，几遍的答复都是它', async () => {
    const world = await given.world()
    const input = { idempotencyKey: randomUUID(), ...seatOf(world.community, world.practitioner) }
    const answers = await Promise.all(Array.from({ length: 6 }, () => act(world.admin, 'pairCommunity', input)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await db.pairing.count({ where: { communityCode: world.community.code } })).toBe(1)
  })
})

describe('撤销', () => {
  test('已暂停过的、过了时限的、不是工作台办的，都不能撤销', async () => {
    const world = await given.world()
    const undone = async (id: string) => (await ask(world.admin, undo, { input: { id } })).data.undoPairings
    const made = await pair(world.admin, world.community, world.practitioner)
    await act(world.admin, 'pausePairing', { id: made.id, expectedVersion: 1, from: fromToday(0), reason: '外出学习' })
    expect(await undone(made.id)).toMatchObject({ code: 'IN_USE' })
    const old = await given.pairing(await given.community(world), world.practitioner, {
      batchId: randomUUID(),
      createdAt: new Date(Date.now() - 25 * 3_600_000),
    })
    expect(await undone(globalId('Pairing', old.id))).toMatchObject({ code: 'UNDO_EXPIRED' })
    const byHand = await given.pairing(await given.community(world), world.practitioner)
    expect(await undone(globalId('Pairing', byHand.id))).toMatchObject({ code: 'NOT_UNDOABLE' })
  })
})
