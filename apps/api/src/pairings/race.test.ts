import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { ask } from '../test/ask.ts'
import { db, given } from '../test/given.ts'
import { seatOf } from './test/pairings.testing.ts'

const document = `mutation ($input: PairCommunityInput!) {
  pairCommunity(input: $input) { __typename ... on Refusal { code message } }
}`

/** So many at the same instant. */
async function rush(count: number, work: (index: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, index) => work(index)))
}

test('一万次同时抢一个社区的首席席位：恰成一个，其余都得到写明理由的答复，没有一个出错', async () => {
  const world = await given.world()
  const people = await Promise.all(Array.from({ length: 20 }, () => given.practitioner(world.firm)))
  const answers = new Map<string, number>()
  const sentences = new Set<string>()
  await rush(10_000, async (index) => {
    const person = people[index % people.length]
    if (!person) return
    const input = { idempotencyKey: randomUUID(), ...seatOf(world.community, person) }
    const { data, codes } = await ask(world.admin, document, { input })
    const answer = codes[0] ?? data.pairCommunity.code ?? data.pairCommunity.__typename
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
    if (data?.pairCommunity.message) sentences.add(data.pairCommunity.message)
  })
  expect(Object.fromEntries(answers)).toEqual({ Pairing: 1, LEAD_TAKEN: 9999 })
  const [winner, ...more] = await db.pairing.findMany({
    where: { communityCode: world.community.code },
    include: { practitioner: true },
  })
  expect(more).toEqual([])
  // Every loser hears who was faster, and until when.
  expect([...sentences]).toEqual([expect.stringContaining(`首席顾问是${winner?.practitioner.name ?? 'nobody'}（聘期`)])
}, 300_000)

test('三百人次同时结对同一名顾问：不超过名额', async () => {
  const world = await given.world()
  const communities = await Promise.all(Array.from({ length: 12 }, () => given.community(world)))
  const answers: string[] = []
  await rush(300, async (index) => {
    const community = communities[index % communities.length]
    if (!community) return
    const { data, codes } = await ask(world.admin, document, {
      input: { idempotencyKey: randomUUID(), ...seatOf(community, world.practitioner) },
    })
    answers.push(codes[0] ?? data.pairCommunity.code ?? 'Pairing')
  })
  expect(answers.filter((it) => it === 'Pairing')).toHaveLength(3)
  expect(new Set(answers)).toEqual(
    new Set(['Pairing', 'LEAD_TAKEN', 'CAPACITY_FULL', 'ALREADY_PAIRED'].filter((it) => answers.includes(it))),
  )
  expect(await db.pairing.count({ where: { practitionerId: world.practitioner.id } })).toBe(3)
}, 300_000)
