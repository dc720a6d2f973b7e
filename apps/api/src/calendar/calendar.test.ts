import { describe, expect, test } from '@jest/globals'
import { askWell } from '../test/ask.ts'
import { db, fromToday, given, globalId } from '../test/given.ts'
import { givenVisit, pairedWorld } from '../test/givenVisits.ts'
import { useHttp } from '../test/http.ts'
import { write } from '../acts/write.ts'
import { calendarFeed, feedText } from './calendar.ts'

const http = useHttp()

const create = 'mutation { createCalendarFeed { __typename ... on CalendarFeed { address isOn } } }'

/** The lines of a feed, folded ones joined again. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

async function feedOf(path: string): Promise<string[]> {
  const token = /([\w-]{43})\.ics$/.exec(path)?.[1] ?? ''
  return linesOf((await calendarFeed(token)).text)
}

describe('日历订阅', () => {
  test('律师订阅自己的驻点：世界时、稳定的编号、地点', async () => {
    const world = await pairedWorld()
    const visit = await givenVisit(world.pairing, { on: fromToday(3) })
    const { createCalendarFeed } = await askWell(world.lawyer, create)
    const lines = await feedOf(createCalendarFeed.address)
    const on = fromToday(3).replaceAll('-', '')
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        `UID:${visit.id}@visit.sitai`,
        'SEQUENCE:0',
        `DTSTART:${on}T060000Z`,
        `DTEND:${on}T080000Z`,
        `SUMMARY:驻点：${world.community.name}`,
        'STATUS:CONFIRMED',
      ]),
    )
  })

  test('改期后编号不变、修订号加一、时间更新；取消的发出取消', async () => {
    const world = await pairedWorld()
    const visit = await givenVisit(world.pairing, { on: fromToday(3) })
    const { createCalendarFeed } = await askWell(world.lawyer, create)
    await askWell(
      world.lawyer,
      `mutation ($input: RescheduleVisitInput!) { rescheduleVisit(input: $input) { __typename ... on Refusal { message } } }`,
      {
        input: {
          id: globalId('Visit', visit.id),
          expectedVersion: visit.version,
          plannedOn: fromToday(6),
          startTime: '09:00',
          endTime: '10:00',
          reason: '社区有活动',
        },
      },
    )
    const moved = await feedOf(createCalendarFeed.address)
    expect(moved.filter((line) => line.startsWith('UID:'))).toEqual([`UID:${visit.id}@visit.sitai`])
    expect(moved).toEqual(
      expect.arrayContaining(['SEQUENCE:1', `DTSTART:${fromToday(6).replaceAll('-', '')}T010000Z`, 'STATUS:CONFIRMED']),
    )

    const next = await db.visit.findFirstOrThrow({ where: { rescheduledFromId: visit.id } })
    await askWell(
      world.lawyer,
      `mutation ($input: WhichAndReasonInput!) { cancelVisit(input: $input) { __typename ... on Refusal { message } } }`,
      {
        input: { id: globalId('Visit', next.id), expectedVersion: next.version, reason: '顾问出差' },
      },
    )
    expect(await feedOf(createCalendarFeed.address)).toEqual(
      expect.arrayContaining([`UID:${visit.id}@visit.sitai`, 'SEQUENCE:2', 'STATUS:CANCELLED']),
    )
  })

  test('律所管理员订阅全所的；别所的不在里面', async () => {
    const world = await pairedWorld()
    const own = await givenVisit(world.pairing, { on: fromToday(2) })
    const stranger = await given.practitioner(await given.firm(world.bureau))
    const theirs = await givenVisit(await given.pairing(await given.community(world.bureau), stranger), {
      on: fromToday(2),
    })
    const { createCalendarFeed } = await askWell(world.firmAdmin, create)
    const text = (await feedOf(createCalendarFeed.address)).join('\n')
    expect(text).toContain(own.id)
    expect(text).not.toContain(theirs.id)
  })

  test('地址换新后旧的失效，停用后全失效；授权到期也失效；库里只有散列', async () => {
    const world = await pairedWorld()
    const first = (await askWell(world.lawyer, create)).createCalendarFeed.address
    const second = (await askWell(world.lawyer, create)).createCalendarFeed.address
    await expect(feedOf(first)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await feedOf(second)
    const { calendarTokenHash } = await db.account.findUniqueOrThrow({ where: { id: world.lawyer.accountId } })
    expect(second).not.toContain(String(calendarTokenHash))
    await write({ system: '测试', requestId: 'test' }, 'given', (tx) =>
      tx.grant.update({ where: { id: world.lawyer.grantId }, data: { validFrom: new Date(0), validTo: new Date(1) } }),
    )
    await expect(feedOf(second)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('按网址取：类型、缓存、未变则 304；不认识的地址 404', async () => {
    const world = await pairedWorld()
    await givenVisit(world.pairing, { on: fromToday(3) })
    const { createCalendarFeed } = await askWell(world.lawyer, create)
    const answer = await http(null, createCalendarFeed.address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, max-age=300')
    const again = await http(null, createCalendarFeed.address, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
    expect((await http(null, `/calendar/${'x'.repeat(43)}.ics`)).status).toBe(404)
  })

  test('社区名里的逗号、分号、换行不会弄坏日历', async () => {
    const at = new Date('2026-11-23T06:00:00Z')
    const text = await feedText('测试', [
      {
        id: 'a',
        root: 'a',
        status: 'PLANNED',
        startsAt: at,
        endsAt: at,
        sequence: 0,
        createdAt: at,
        updatedAt: at,
        community: '甲,乙;丙\n丁',
        street: '街',
        address: null,
        room: null,
        practitioner: '人',
        reason: null,
      },
    ])
    expect(linesOf(text)).toContain('SUMMARY:驻点：甲\\,乙\\;丙\\n丁')
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })
})
