import { describe, expect, test } from '@jest/globals'
import { instantOf } from '@sitai/rules/calendar'
import { askWell } from '../test/ask.ts'
import { day, db, fromToday, given, globalId } from '../test/given.ts'
import { withRefusal } from '../test/withRefusal.ts'
import { write } from '../acts/write.ts'
import { act, asGlobal, bareId, shown } from './test/pairings.testing.ts'

const clerk = { system: '测试', requestId: 'test' }
const of = (pairing: { id: string }, more: Record<string, unknown> = {}) => ({
  id: asGlobal(pairing.id),
  expectedVersion: 1,
  ...more,
})
const dismissal = (more: Record<string, unknown> = {}) => ({
  ground: 'OWN_REQUEST',
  effectiveOn: fromToday(0),
  ...more,
})

describe('BR-06 续聘', () => {
  test('新一期恰好自上一期届满之日起，与上一期等长；再续一次不行', async () => {
    const { admin, community, practitioner } = await given.world()
    const held = await given.pairing(community, practitioner, { termFrom: day(fromToday(-300)) })
    const next = await act(admin, 'renewPairing', of(held))
    expect(next).toMatchObject({
      status: 'CONFIRMED',
      termFrom: fromToday(500),
      predecessor: { id: asGlobal(held.id) },
    })
    expect(await act(admin, 'renewPairing', of(held, { expectedVersion: 2 }))).toMatchObject({
      code: 'ALREADY_RENEWED',
    })
    const { terms } = await shown(admin, next.id, 'terms { id }')
    expect(terms).toEqual([{ id: asGlobal(held.id) }, { id: next.id }])
  })

  test('两人同时点续聘，只成一个', async () => {
    const { admin, community, practitioner } = await given.world()
    const held = await given.pairing(community, practitioner)
    const answers = await Promise.all([act(admin, 'renewPairing', of(held)), act(admin, 'renewPairing', of(held))])
    expect(answers.filter((it) => it.__typename === 'Pairing')).toHaveLength(1)
  })

  test('数据库拒绝不接续的续聘', async () => {
    const { community, practitioner } = await given.world()
    const held = await given.pairing(community, practitioner)
    const late = {
      predecessorId: held.id,
      termFrom: day(fromToday(510)),
      termTo: day(fromToday(900)),
      endsOn: day(fromToday(900)),
      status: 'CONFIRMED' as const,
    }
    await expect(given.pairing(community, practitioner, late)).rejects.toMatchObject({ code: 'SUCCESSION_INVALID' })
  })
})

describe('BR-09 解聘', () => {
  test('须有字典里的事由；其他须写说明；生效日在聘期内', async () => {
    const { admin, community, practitioner } = await given.world()
    const held = await given.pairing(community, practitioner)
    expect(await act(admin, 'terminatePairing', of(held, dismissal({ ground: 'NONSENSE' })))).toMatchObject({
      code: 'INVALID',
      path: ['ground'],
    })
    expect(await act(admin, 'terminatePairing', of(held, dismissal({ ground: 'OTHER' })))).toMatchObject({
      path: ['note'],
    })
    expect(await act(admin, 'terminatePairing', of(held, dismissal({ effectiveOn: fromToday(501) })))).toMatchObject({
      path: ['effectiveOn'],
    })
  })

  test('即日生效：席位空出，未到的驻点取消，社区回到工作台最前', async () => {
    const { admin, community, practitioner } = await given.world()
    const held = await given.pairing(community, practitioner)
    const visit = await write(clerk, 'given', (tx) =>
      tx.visit.create({
        data: {
          pairingId: held.id,
          communityCode: community.code,
          practitionerId: practitioner.id,
          firmId: held.firmIdAtStart,
          startsAt: instantOf(fromToday(3), '09:00'),
          endsAt: instantOf(fromToday(3), '11:00'),
          plannedOn: day(fromToday(3)),
        },
      }),
    )
    expect(await act(admin, 'terminatePairing', of(held, dismissal()))).toMatchObject({
      status: 'TERMINATED',
      endsOn: fromToday(0),
    })
    expect(await db.visit.findUniqueOrThrow({ where: { id: visit.id } })).toMatchObject({
      status: 'CANCELLED',
      sequence: 1,
      reason: '结对已解聘',
    })
    const { pairingDesk } = await askWell(
      admin,
      'query ($place: String) { pairingDesk(filter: { placeCode: $place }) { nodes { standing vacantSince } } }',
      { place: community.code },
    )
    expect(pairingDesk.nodes).toEqual([{ standing: 'VACANT', vacantSince: fromToday(0) }])
  })

  test('将来生效：到那天之前仍在履职，不能再办续聘和解聘', async () => {
    const { admin, community, practitioner } = await given.world()
    const held = await given.pairing(community, practitioner)
    expect(await act(admin, 'terminatePairing', of(held, dismissal({ effectiveOn: fromToday(30) })))).toMatchObject({
      status: 'ACTIVE',
      endsOn: fromToday(30),
    })
    const after = of(held, { expectedVersion: 2 })
    expect(await act(admin, 'renewPairing', after)).toMatchObject({ code: 'ALREADY_ENDING' })
    expect(await act(admin, 'terminatePairing', { ...after, ...dismissal() })).toMatchObject({ code: 'ALREADY_ENDING' })
  })

  test('生效日之后已有日志的，不能往前解聘', async () => {
    const { admin, community, practitioner } = await given.world()
    const held = await given.pairing(community, practitioner)
    await write(clerk, 'given', (tx) =>
      tx.serviceLog.create({
        data: {
          pairingId: held.id,
          communityCode: community.code,
          practitionerId: practitioner.id,
          firmId: held.firmIdAtStart,
          typeCode: 'CONSULTATION',
          topicCode: 'PROPERTY_MGMT',
          occurredOn: day(fromToday(-5)),
          content: '为居民解答物业纠纷若干问题',
          persons: 2,
          status: 'SUBMITTED',
        },
      }),
    )
    expect(await act(admin, 'terminatePairing', of(held, dismissal({ effectiveOn: fromToday(-10) })))).toMatchObject({
      code: 'FACTS_AFTER',
      message: '生效日起已有1篇日志，请改选更晚的生效日。',
    })
  })

  test('更换顾问：解聘与接任同时办成；新顾问不合适则都不办', async () => {
    const { admin, community, practitioner, firm } = await given.world()
    const held = await given.pairing(community, practitioner)
    const full = await given.practitioner(firm, { capacity: 0 })
    const input = (person: { id: string }) =>
      of(held, { ...dismissal(), practitionerId: globalId('Practitioner', person.id) })
    expect(await act(admin, 'replacePairing', input(full))).toMatchObject({ code: 'CAPACITY_FULL' })
    expect((await db.pairing.findUniqueOrThrow({ where: { id: held.id } })).status).toBe('ACTIVE')
    expect(await act(admin, 'replacePairing', input(practitioner))).toMatchObject({ code: 'SAME_PERSON' })
    const next = await act(admin, 'replacePairing', input(await given.practitioner(firm)))
    expect(next).toMatchObject({ status: 'ACTIVE', termFrom: fromToday(0), termTo: fromToday(500) })
    expect((await db.pairing.findUniqueOrThrow({ where: { id: held.id } })).status).toBe('TERMINATED')
  })
})

test('BR-10 连任满届数后续聘须写明领导批准', async () => {
  const { admin, community, practitioner } = await given.world()
  await given.pairing(community, practitioner, {
    status: 'ENDED',
    termFrom: day(fromToday(-900)),
    termTo: day(fromToday(-600)),
    endsOn: day(fromToday(-600)),
  })
  await given.pairing(community, practitioner, {
    status: 'ENDED',
    termFrom: day(fromToday(-600)),
    termTo: day(fromToday(-200)),
    endsOn: day(fromToday(-200)),
  })
  const held = await given.pairing(community, practitioner)
  expect(await act(admin, 'renewPairing', of(held))).toMatchObject({
    code: 'ROTATION_LIMIT',
    message: '已在本社区连任3届，续聘须经领导批准。',
    path: ['approval'],
  })
  const next = await act(admin, 'renewPairing', of(held, { approval: '王局长批示同意（虚构）' }))
  expect(next).toMatchObject({ status: 'CONFIRMED' })
  expect((await db.pairing.findUniqueOrThrow({ where: { id: bareId(next.id) } })).approval).toBe(
    '王局长批示同意（虚构）',
  )
})

test('BR-11 本聘期考核不合格的不能续聘；改为合格后可以', async () => {
  const { admin, community, practitioner } = await given.world()
  const held = await given.pairing(community, practitioner)
  await act(admin, 'gradePairing', of(held, { grade: 'UNQUALIFIED' }))
  expect(await act(admin, 'renewPairing', of(held, { expectedVersion: 2 }))).toMatchObject({ code: 'LAST_TERM_FAILED' })
  expect(await shown(admin, held.id, 'refusals { act message } gradeLabel')).toMatchObject({
    gradeLabel: '不合格',
    refusals: withRefusal('renewPairing', expect.stringContaining('不合格')),
  })
  await act(admin, 'gradePairing', of(held, { expectedVersion: 2, grade: 'EXCELLENT' }))
  expect(await act(admin, 'renewPairing', of(held, { expectedVersion: 3 }))).toMatchObject({ status: 'CONFIRMED' })
})
