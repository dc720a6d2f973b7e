import { describe, expect, test } from '@jest/globals'
import { addDays, shiftMonth, monthOf, weekday } from '@sitai/rules/calendar'
import { ask, askWell } from '../test/ask.ts'
import { db, fromToday, given, globalId } from '../test/given.ts'
import { aKey, givenVisit, pairedWorld } from '../test/givenVisits.ts'
import { missVisits } from './missVisits.ts'

const plan = `mutation ($input: PlanVisitInput!) { planVisit(input: $input) { __typename
  ... on Visit { id status plannedOn startsAt endsAt communityName practitionerName firm { name } version }
  ... on Refusal { code message path } } }`
const reschedule = `mutation ($input: RescheduleVisitInput!) { rescheduleVisit(input: $input) { __typename
  ... on Visit { id status plannedOn rescheduledFrom { id status reason } } ... on Refusal { code message } } }`
const cancel = `mutation ($input: WhichAndReasonInput!) { cancelVisit(input: $input) { __typename
  ... on Visit { id status reason } ... on Refusal { code message } } }`
const makeUp = `mutation ($input: MakeUpVisitInput!) { makeUpVisit(input: $input) { __typename
  ... on Visit { id makeUpFor { id status } } ... on Refusal { code message } } }`
const act = (name: string) => `mutation ($input: ${name === 'confirmVisit' ? 'WhichInput' : 'WhichAndReasonInput'}!) {
  ${name}(input: $input) { __typename ... on Visit { status reason needsConfirmation } ... on Refusal { code message } } }`

const afternoon = (pairing: { id: string }, on: string) => ({
  idempotencyKey: aKey(),
  pairingId: globalId('Pairing', pairing.id),
  plannedOn: on,
  startTime: '14:00',
  endTime: '16:00',
})

describe('驻点的安排', () => {
  test('顾问安排下周的驻点，时间是北京时间，事实归当日所在机构', async () => {
    const world = await pairedWorld()
    const on = fromToday(7)
    const { planVisit } = await askWell(world.lawyer, plan, { input: afternoon(world.pairing, on) })
    expect(planVisit).toMatchObject({
      status: 'PLANNED',
      plannedOn: on,
      communityName: world.community.name,
      firm: { name: world.firm.name },
    })
    expect(new Date(planVisit.startsAt).toISOString()).toBe(`${on}T06:00:00.000Z`)
  })

  test('同一个请求发五次，只排一次', async () => {
    const world = await pairedWorld()
    const input = afternoon(world.pairing, fromToday(8))
    const answers = await Promise.all(Array.from({ length: 5 }, () => askWell(world.lawyer, plan, { input })))
    expect(new Set(answers.map(({ planVisit }) => planVisit.id)).size).toBe(1)
    expect(await db.visit.count({ where: { pairingId: world.pairing.id } })).toBe(1)
  })

  test('时间与本人另一处驻点重叠时，指出是哪一处', async () => {
    const world = await pairedWorld()
    const other = await given.community(world.bureau, { name: '白云社区' })
    const second = await given.pairing(other, world.practitioner)
    const on = fromToday(9)
    await askWell(world.lawyer, plan, { input: afternoon(second, on) })
    const { data } = await ask(world.lawyer, plan, {
      input: { ...afternoon(world.pairing, on), startTime: '15:30', endTime: '17:00' },
    })
    expect(data.planVisit).toMatchObject({ code: 'DUTY_OVERLAP' })
    expect(data.planVisit.message).toContain('白云社区')
    await askWell(world.lawyer, plan, {
      input: { ...afternoon(world.pairing, on), startTime: '16:00', endTime: '17:00' },
    })
  })

  test('两个人同时把同一顾问排到同一时间，只有一个排成', async () => {
    const world = await pairedWorld()
    const second = await given.pairing(await given.community(world.bureau), world.practitioner)
    const on = fromToday(10)
    const answers = await Promise.all(
      [world.pairing, second, world.pairing, second].map((pairing) =>
        ask(world.firmAdmin, plan, { input: afternoon(pairing, on) }),
      ),
    )
    const kinds = answers.map(({ data }) => data.planVisit.__typename)
    expect(kinds.filter((kind) => kind === 'Visit')).toHaveLength(1)
    expect(answers.flatMap(({ data }) => data.planVisit.code ?? [])).toEqual([
      'DUTY_OVERLAP',
      'DUTY_OVERLAP',
      'DUTY_OVERLAP',
    ])
  })

  test('不能排到过去、聘期之外和暂停期间', async () => {
    const world = await pairedWorld()
    const refusalOn = async (on: string) =>
      (await ask(world.lawyer, plan, { input: afternoon(world.pairing, on) })).data.planVisit.code
    expect(await refusalOn(fromToday(-1))).toBe('IN_THE_PAST')
    expect(await refusalOn(fromToday(600))).toBe('OUTSIDE_TERM')
    const { write } = await import('../acts/write.ts')
    await write({ system: '测试', requestId: 'test' }, 'given', (tx) =>
      tx.pairingPause.create({
        data: {
          pairingId: world.pairing.id,
          validFrom: new Date(`${fromToday(20)}T00:00:00Z`),
          validTo: new Date(`${fromToday(30)}T00:00:00Z`),
          reason: '病假',
        },
      }),
    )
    expect(await refusalOn(fromToday(25))).toBe('PAIRING_PAUSED')
  })

  test('别的律所看不到、也排不了', async () => {
    const world = await pairedWorld()
    const otherFirm = await given.firm(world.bureau)
    const stranger = await given.someone('FIRM_ADMIN', { divisionCode: world.divisionCode, firmId: otherFirm.id })
    const { data } = await ask(stranger, plan, { input: afternoon(world.pairing, fromToday(3)) })
    expect(data.planVisit.code).toBe('NOT_FOUND')
    const visit = await givenVisit(world.pairing)
    expect((await askWell(stranger, '{ visits { totalCount } }')).visits.totalCount).toBe(0)
    expect(
      (await askWell(stranger, 'query ($id: ID!) { visit(id: $id) { id } }', { id: globalId('Visit', visit.id) }))
        .visit,
    ).toBeNull()
  })

  test('改期留下原来的一次，补的对象跟着新的一次走', async () => {
    const world = await pairedWorld()
    const missed = await givenVisit(world.pairing, { on: fromToday(-60), status: 'MISSED' })
    const { makeUpVisit } = await askWell(world.lawyer, makeUp, {
      input: {
        idempotencyKey: aKey(),
        missedId: globalId('Visit', missed.id),
        plannedOn: fromToday(2),
        startTime: '09:00',
        endTime: '11:00',
      },
    })
    const visit = await db.visit.findFirstOrThrow({ where: { makeUpForId: missed.id } })
    expect(makeUpVisit.makeUpFor.status).toBe('MISSED')
    const { rescheduleVisit } = await askWell(world.lawyer, reschedule, {
      input: {
        id: globalId('Visit', visit.id),
        expectedVersion: visit.version,
        plannedOn: fromToday(4),
        startTime: '09:00',
        endTime: '11:00',
        reason: '社区有活动',
      },
    })
    expect(rescheduleVisit).toMatchObject({
      status: 'PLANNED',
      rescheduledFrom: { status: 'RESCHEDULED', reason: '社区有活动' },
    })
    const next = await db.visit.findFirstOrThrow({ where: { makeUpForId: missed.id } })
    expect(next.id).not.toBe(visit.id)
    expect(next.sequence).toBe(1)
  })

  test('别人刚改过的，取消时提示重新载入；取消须写理由', async () => {
    const world = await pairedWorld()
    const visit = await givenVisit(world.pairing, { on: fromToday(5) })
    const input = { id: globalId('Visit', visit.id), expectedVersion: visit.version, reason: '顾问出差' }
    expect(
      (await ask(world.lawyer, cancel, { input: { ...input, expectedVersion: visit.version + 1 } })).data.cancelVisit
        .code,
    ).toBe('VERSION_CONFLICT')
    expect((await ask(world.lawyer, cancel, { input: { ...input, reason: ' ' } })).data.cancelVisit.code).toBe(
      'REASON_REQUIRED',
    )
    expect((await askWell(world.lawyer, cancel, { input })).cancelVisit.status).toBe('CANCELLED')
    expect(await db.dutySlot.count({ where: { visitId: visit.id } })).toBe(0)
  })
})

describe('一次排好一个月', () => {
  const preview = `query ($wish: PlanMonthInput!) { visitPlan(wish: $wish) { ... on QueryVisitPlanSuccess { lines { communityName plannedOn skipped } } ... on Refusal { code } } }`
  const planAll = `mutation ($input: PlanVisitsInput!) { planVisits(input: $input) { __typename
    ... on PlannedVisits { count visits { plannedOn practitionerName } } ... on Refusal { code message } } }`

  test('律所一次排好全所下月的驻点：在工作日、不重叠、已排的不重排', async () => {
    const world = await pairedWorld()
    await given.pairing(await given.community(world.bureau), world.practitioner)
    const colleague = await given.practitioner(world.firm)
    await given.pairing(await given.community(world.bureau), colleague, { visitsPerMonth: 2 })
    const wish = { month: shiftMonth(monthOf(fromToday(0)), 1), weekday: 3, startTime: '14:00', endTime: '16:00' }
    const { visitPlan } = await askWell(world.firmAdmin, preview, { wish })
    expect(visitPlan.lines).toHaveLength(4)
    expect(await db.visit.count({ where: { firmId: world.firm.id } })).toBe(0)

    const { planVisits } = await askWell(world.firmAdmin, planAll, { input: { idempotencyKey: aKey(), wish } })
    expect(planVisits.count).toBe(4)
    expect(planVisits.visits.every((visit: { plannedOn: string }) => weekday(visit.plannedOn) === 3)).toBe(true)
    const again = await ask(world.firmAdmin, planAll, { input: { idempotencyKey: aKey(), wish } })
    expect(again.data.planVisits.code).toBe('NOTHING_TO_PLAN')
  })

  test('没有空闲日子的结对跳过并说明', async () => {
    const world = await pairedWorld()
    const month = shiftMonth(monthOf(fromToday(0)), 1)
    const second = await given.pairing(await given.community(world.bureau), world.practitioner, { visitsPerMonth: 31 })
    const wish = { month, startTime: '14:00', endTime: '16:00' }
    const { visitPlan } = await askWell(world.admin, preview, {
      wish: { ...wish, practitionerId: globalId('Practitioner', world.practitioner.id) },
    })
    expect(visitPlan.lines).toHaveLength(32)
    expect(visitPlan.lines.some((line: { skipped: string | null }) => line.skipped?.includes('没有空闲'))).toBe(true)
    expect(second.visitsPerMonth).toBe(31)
  })
})

describe('社区的意见与每日任务', () => {
  test('司法局代社区确认、提出异议、作废；律师不能', async () => {
    const world = await pairedWorld()
    const visit = await givenVisit(world.pairing, { on: fromToday(-1), status: 'COMPLETED', doubts: ['未取得定位'] })
    const input = { id: globalId('Visit', visit.id), expectedVersion: visit.version }
    expect((await ask(world.lawyer, act('confirmVisit'), { input })).codes).toEqual(['FORBIDDEN'])
    const disputed = await askWell(world.admin, act('disputeVisit'), { input: { ...input, reason: '当天未见顾问' } })
    expect(disputed.disputeVisit).toMatchObject({ status: 'DISPUTED', reason: '当天未见顾问' })
    const { version } = await db.visit.findUniqueOrThrow({ where: { id: visit.id } })
    const voided = await askWell(world.admin, act('voidVisit'), {
      input: { ...input, expectedVersion: version, reason: '核实未到' },
    })
    expect(voided.voidVisit.status).toBe('VOID')
    expect(await db.dutySlot.count({ where: { visitId: visit.id } })).toBe(0)
  })

  test('过了宽限期，上月没去成的转为未到位；再跑一遍不变', async () => {
    const world = await pairedWorld()
    const old = await givenVisit(world.pairing, { on: addDays(fromToday(0), -70) })
    const fresh = await givenVisit(world.pairing, { on: fromToday(1) })
    const writer = { system: '每日任务', requestId: 'job' }
    await missVisits(writer)
    await missVisits(writer)
    expect((await db.visit.findUniqueOrThrow({ where: { id: old.id } })).status).toBe('MISSED')
    expect((await db.visit.findUniqueOrThrow({ where: { id: fresh.id } })).status).toBe('PLANNED')
    const events = await db.auditEvent.count({ where: { entityId: old.id, act: 'missVisits' } })
    expect(events).toBe(1)
  })
})
