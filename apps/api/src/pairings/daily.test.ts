import { afterEach, expect, test } from '@jest/globals'
import { config } from '../config.ts'
import { tidyDay } from '../jobs/daily.ts'
import { day, db, fromToday, given } from '../test/given.ts'
import { write } from '../acts/write.ts'
import { tidyPairings } from './daily.ts'
import { act, asGlobal, bareId, pair } from './test/pairings.testing.ts'

const later = (days: number) => {
  config.SITAI_NOW = `${fromToday(days)}T02:00:00Z`
}
const tidy = () => write({ system: '系统（每日整理）', requestId: 'test' }, 'tidyPairings', tidyPairings)
const statusOf = async ({ id }: { id: string }) =>
  (await db.pairing.findUniqueOrThrow({ where: { id: id.includes('-') ? id : bareId(id) } })).status

afterEach(() => {
  config.SITAI_NOW = undefined
})

test('聘期到了自动履职，届满自动期满；再整理一遍什么也不变', async () => {
  const { admin, community, practitioner } = await given.world()
  const made = await pair(admin, community, practitioner, { termFrom: fromToday(10), termTo: fromToday(100) })
  await tidy()
  expect(await statusOf(made)).toBe('CONFIRMED')
  later(10)
  await tidy()
  expect(await statusOf(made)).toBe('ACTIVE')
  config.SITAI_NOW = undefined
  later(100)
  await tidy()
  expect(await statusOf(made)).toBe('ENDED')
  expect(await tidy()).toEqual({ closed: 0, begun: 0, lapsed: 0 })
})

test('办了续聘的到期转为已续聘，新一期开始；约定解聘的到日转为已解聘', async () => {
  const { admin, community, practitioner, bureau } = await given.world()
  const held = await given.pairing(community, practitioner, { termTo: day(fromToday(20)), endsOn: day(fromToday(20)) })
  const next = await act(admin, 'renewPairing', { id: asGlobal(held.id), expectedVersion: 1 })
  const leaving = await given.pairing(await given.community(bureau), practitioner)
  await act(admin, 'terminatePairing', {
    id: asGlobal(leaving.id),
    expectedVersion: 1,
    ground: 'OWN_REQUEST',
    effectiveOn: fromToday(20),
  })
  later(20)
  await tidyDay()
  expect(await Promise.all([held, next, leaving].map(statusOf))).toEqual(['RENEWED', 'ACTIVE', 'TERMINATED'])
  const line = await db.auditEvent.findFirstOrThrow({
    where: { entity: 'pairing', entityId: held.id, act: 'tidyPairings' },
  })
  expect(line).toMatchObject({ actorName: '系统（每日整理）', accountId: null, after: { status: 'RENEWED' } })
})

test('届时已停止执业的人不自动履职；从未履职的过期作废', async () => {
  const { admin, community, practitioner } = await given.world()
  const made = await pair(admin, community, practitioner, { termFrom: fromToday(5), termTo: fromToday(50) })
  await write({ system: '测试', requestId: 'test' }, 'given', (tx) =>
    tx.practitioner.update({ where: { id: practitioner.id }, data: { status: 'SUSPENDED' } }),
  )
  later(6)
  await tidy()
  expect(await statusOf(made)).toBe('CONFIRMED')
  config.SITAI_NOW = undefined
  later(60)
  await tidy()
  expect(await statusOf(made)).toBe('REJECTED')
})
