import { describe, expect, test } from '@jest/globals'
import { timeIn, todayIn } from '@sitai/rules/calendar'
import { ask, askWell } from '../test/ask.ts'
import { db, fromToday, given, globalId } from '../test/given.ts'
import { givenVisit, pairedWorld } from '../test/givenVisits.ts'
import { write } from '../acts/write.ts'

const checkIn = `mutation ($input: CheckInVisitInput!) { checkInVisit(input: $input) { __typename
  ... on Visit { status checkInMethod checkInDistanceM doubts needsConfirmation minutes refusals { act message } }
  ... on Refusal { code message } } }`
const checkOut = `mutation ($input: CheckOutVisitInput!) { checkOutVisit(input: $input) { __typename
  ... on Visit { status minutes isIncomplete } ... on Refusal { code message } } }`
const complete = `mutation ($input: CompleteVisitInput!) { completeVisit(input: $input) { __typename
  ... on Visit { status checkInMethod minutes doubts needsConfirmation isIncomplete } ... on Refusal { code message } } }`

/** A visit that has begun just now. */
async function begun() {
  const world = await pairedWorld()
  const visit = await givenVisit(world.pairing, {
    startsAt: new Date(Date.now() - 60_000),
    endsAt: new Date(Date.now() + 7_200_000),
  })
  return { ...world, visit, id: globalId('Visit', visit.id) }
}

describe('签到', () => {
  test('在社区附近按时签到，没有疑点', async () => {
    const world = await begun()
    const { checkInVisit } = await askWell(world.lawyer, checkIn, {
      input: { id: world.id, lat: 29.8701, lng: 121.55 },
    })
    expect(checkInVisit).toMatchObject({
      status: 'CHECKED_IN',
      checkInMethod: 'LOCATION',
      checkInDistanceM: 11,
      doubts: [],
      needsConfirmation: false,
      minutes: null,
    })
  })

  test('离社区远的照样签到，记下疑点，等社区确认', async () => {
    const world = await begun()
    const { checkInVisit } = await askWell(world.lawyer, checkIn, { input: { id: world.id, lat: 29.9, lng: 121.55 } })
    expect(checkInVisit.needsConfirmation).toBe(true)
    expect(checkInVisit.doubts[0]).toContain('距社区3.3公里')
  })

  test('没有定位是手工签到，也有疑点', async () => {
    const world = await begun()
    const { checkInVisit } = await askWell(world.lawyer, checkIn, { input: { id: world.id } })
    expect(checkInVisit).toMatchObject({ checkInMethod: 'MANUAL', doubts: ['未取得定位'] })
  })

  test('扫社区的码签到，不看距离；别处的码不行', async () => {
    const world = await begun()
    const codeOf = async (communityCode: string) =>
      (
        await askWell(world.admin, 'query ($code: String!) { checkInCode(communityCode: $code) }', {
          code: communityCode,
        })
      ).checkInCode
    const other = await given.community(world.bureau)
    const wrong = await ask(world.lawyer, checkIn, { input: { id: world.id, code: await codeOf(other.code) } })
    expect(wrong.data.checkInVisit.code).toBe('WRONG_CODE')
    const { checkInVisit } = await askWell(world.lawyer, checkIn, {
      input: { id: world.id, code: await codeOf(world.community.code), lat: 30, lng: 121 },
    })
    expect(checkInVisit).toMatchObject({ checkInMethod: 'QR', doubts: [] })
  })

  test('两台手机同时签到，只有一次算数', async () => {
    const world = await begun()
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => ask(world.lawyer, checkIn, { input: { id: world.id } })),
    )
    const kinds = answers
      .map(({ data }) => data.checkInVisit.code ?? 'Visit')
      .toSorted((a: string, b: string) => a.localeCompare(b))
    expect(kinds).toEqual(['STATE_CHANGED', 'STATE_CHANGED', 'STATE_CHANGED', 'Visit'])
    const changes = await db.auditEvent.count({ where: { entityId: world.visit.id, act: 'checkInVisit' } })
    expect(changes).toBe(1)
  })

  test('只有本人能签到，也不能提前几天签', async () => {
    const world = await begun()
    const byFirm = await ask(world.firmAdmin, checkIn, { input: { id: world.id } })
    expect(byFirm.data.checkInVisit).toMatchObject({ code: 'NOT_YOURS', message: '须由顾问本人签到。' })
    const later = await givenVisit(world.pairing, { on: fromToday(3) })
    const early = await ask(world.lawyer, checkIn, { input: { id: globalId('Visit', later.id) } })
    expect(early.data.checkInVisit.code).toBe('TOO_EARLY')
  })
})

describe('签退与时长', () => {
  test('时长是签到到签退的分钟数，不多不少', async () => {
    const world = await begun()
    await askWell(world.lawyer, checkIn, { input: { id: world.id, lat: 29.87, lng: 121.55 } })
    await write({ system: '测试', requestId: 'test' }, 'given', (tx) =>
      tx.visit.update({ where: { id: world.visit.id }, data: { checkedInAt: new Date(Date.now() - 95.5 * 60_000) } }),
    )
    const { checkOutVisit } = await askWell(world.lawyer, checkOut, { input: { id: world.id } })
    expect(checkOutVisit).toEqual({ __typename: 'Visit', status: 'COMPLETED', minutes: 95, isIncomplete: false })
  })

  test('不足本局规定时长的，照实记时长，另记为疑点，须社区确认', async () => {
    const world = await begun()
    await askWell(world.lawyer, checkIn, { input: { id: world.id, lat: 29.87, lng: 121.55 } })
    await write({ system: '测试', requestId: 'test' }, 'given', async (tx) => {
      const checkedInAt = new Date(Date.now() - 20.5 * 60_000)
      await tx.visit.update({ where: { id: world.visit.id }, data: { checkedInAt, doubts: [] } })
      await tx.setting.create({ data: { divisionCode: world.divisionCode, key: 'visitMinMinutes', value: 30 } })
    })
    const { checkOutVisit } = await askWell(world.lawyer, checkOut, { input: { id: world.id } })
    expect(checkOutVisit).toMatchObject({ status: 'COMPLETED', minutes: 20 })
    const { doubts } = await db.visit.findUniqueOrThrow({ where: { id: world.visit.id } })
    expect(doubts).toEqual(['签到至签退20分钟，不足30分钟'])
  })

  test('没签到不能签退；刚签到就签退不算', async () => {
    const world = await begun()
    expect((await ask(world.lawyer, checkOut, { input: { id: world.id } })).data.checkOutVisit.code).toBe(
      'STATE_CHANGED',
    )
    await askWell(world.lawyer, checkIn, { input: { id: world.id } })
    expect((await ask(world.lawyer, checkOut, { input: { id: world.id } })).data.checkOutVisit.code).toBe('TOO_SOON')
  })

  test('事后补记没有时间就没有时长，须社区确认；补到后原来那次转为已补到', async () => {
    const world = await pairedWorld()
    const missed = await givenVisit(world.pairing, { on: fromToday(-50), status: 'MISSED' })
    const visit = await givenVisit(world.pairing, { on: fromToday(-2), makeUpForId: missed.id })
    const { completeVisit } = await askWell(world.firmAdmin, complete, {
      input: { id: globalId('Visit', visit.id), expectedVersion: visit.version },
    })
    expect(completeVisit).toEqual({
      __typename: 'Visit',
      status: 'COMPLETED',
      checkInMethod: 'MANUAL',
      minutes: null,
      doubts: ['驻点为事后手工补记'],
      needsConfirmation: true,
      isIncomplete: true,
    })
    expect((await db.visit.findUniqueOrThrow({ where: { id: missed.id } })).status).toBe('MADE_UP')
  })

  test('忘了签退的，补记离开时间，签到照旧', async () => {
    const world = await pairedWorld()
    const on = fromToday(-1)
    const arrived = new Date(`${on}T06:05:00Z`)
    const visit = await givenVisit(world.pairing, {
      on,
      status: 'CHECKED_IN',
      checkedInAt: arrived,
      checkInMethod: 'LOCATION',
    })
    const input = {
      id: globalId('Visit', visit.id),
      expectedVersion: visit.version,
      startTime: '09:00',
      endTime: '16:05',
    }
    const { completeVisit } = await askWell(world.lawyer, complete, { input })
    expect(completeVisit).toMatchObject({ checkInMethod: 'LOCATION', minutes: 120, doubts: ['签退为事后补记'] })
    expect(`${todayIn(arrived)} ${timeIn(arrived)}`).toBe(`${on} 14:05`)
  })
})
