import { beforeAll, describe, expect, test } from '@jest/globals'
import { addDays, addMonths, instantOf, lastDayOf, monthOf, shiftMonth } from '@sitai/rules/calendar'
import { periodLabel } from '@sitai/rules/periods'
import { today } from '../time/clock.ts'
import { ask, askWell } from '../test/ask.ts'
import { day, given, globalId, type World } from '../test/given.ts'
import { givenServiceLog, pairedWorld } from '../test/givenVisits.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'

const page = `query ($period: String, $streetCode: String, $firmId: ID) {
  overview(period: $period, streetCode: $streetCode, firmId: $firmId) {
    __typename
    ... on Refusal { code message path }
    ... on Overview {
      now { period from until isPartial numbers {
        communities covered uncovered consultations minutes visits ratings rating redCommunities monthsRed
        coverage { numerator denominator value } partyShare { numerator denominator value } arrival { numerator denominator }
      } }
      last { from until }
      average { firms covered consultations }
      red: facts(figure: RED_COMMUNITIES, first: 10) { edges { node { communityName practitionerName what days light } } }
      ratings: facts(figure: RATINGS, first: 10) { totalCount edges { node { what } } }
    }
  }
}`
const behind = `query ($period: String, $firmId: ID) {
  overview(period: $period, firmId: $firmId) {
    ... on Overview {
      facts(figure: CONSULTATIONS, first: 1) {
        edges { node { practitionerName serviceLogId practitionerId pairingId } }
      }
    }
  }
}`
const clerk = { system: '测试', requestId: 'test' }
const lastMonth = shiftMonth(monthOf(today()), -1)
const thatDay = `${lastMonth}-10`

async function overviewOf(viewer: Viewer, variables: Record<string, unknown> = {}) {
  return (await askWell(viewer, page, variables)).overview
}

type Pairing = Awaited<ReturnType<typeof given.pairing>>

function credit({ id, communityCode, practitionerId, firmIdAtStart }: Pairing) {
  return { pairingId: id, communityCode, practitionerId, firmId: firmIdAtStart }
}

const visited = (pairing: Pairing, on: string, minutes: number | null) =>
  write(clerk, 'given', (tx) => {
    const startsAt = instantOf(on, '09:00')
    const endsAt = instantOf(on, '11:00')
    const timed = minutes === null ? {} : { checkedInAt: startsAt, checkedOutAt: endsAt, minutes }
    return tx.visit.create({
      data: { ...credit(pairing), startsAt, endsAt, plannedOn: startsAt, status: 'COMPLETED', ...timed },
    })
  })

const consulted = (pairing: Pairing, on: string, persons: number, rating: number | null = null) =>
  write(clerk, 'given', (tx) =>
    tx.serviceLog.create({
      data: {
        ...credit(pairing),
        occurredOn: day(on),
        typeCode: 'CONSULTATION',
        topicCode: 'LABOUR',
        content: '测试',
        persons,
        status: 'CONFIRMED',
        rating,
      },
    }),
  )

describe('工作总览', () => {
  let world: World
  let pairing: Pairing

  beforeAll(async () => {
    world = await given.world()
    pairing = await given.pairing(world.community, world.practitioner)
    await given.community(world.bureau, { name: '无顾问社区' })
  })

  test('覆盖率是有在聘首席顾问的社区除以在册社区，暂停的也算在聘', async () => {
    const own = await given.world()
    await given.pairing(own.community, own.practitioner, { status: 'PAUSED' })
    await given.community(own.bureau)
    await given.community(own.bureau, { status: 'MERGED' })
    const { now } = await overviewOf(own.leader)
    expect(now.numbers.coverage).toEqual({ numerator: 1, denominator: 2, value: 0.5 })
    expect(now.numbers.uncovered).toBe(1)
  })

  test('党员占比以首席顾问为分母，预备党员计入', async () => {
    const own = await given.world()
    const member = await given.practitioner(own.firm, { politicalStatus: 'PROBATIONARY_MEMBER' })
    await given.pairing(own.community, own.practitioner)
    await given.pairing(await given.community(own.bureau), member)
    const { now } = await overviewOf(own.leader)
    expect(now.numbers.partyShare).toEqual({ numerator: 1, denominator: 2, value: 0.5 })
  })

  test('没有签退的驻点计次数，不计时长', async () => {
    await visited(pairing, thatDay, 95)
    await visited(pairing, addDays(thatDay, 1), null)
    const { now } = await overviewOf(world.leader, { period: lastMonth })
    expect(now.numbers).toMatchObject({ visits: 2, minutes: 95 })
  })

  test('红色清单写明哪个社区、何人、多久，没有顾问的在前', async () => {
    const own = await given.world()
    const held = await given.pairing(own.community, own.practitioner)
    await given.community(own.bureau, { name: '无顾问社区' })
    const before = `${shiftMonth(lastMonth, -1)}-12`
    await visited(held, before, 60)
    const { now, red } = await overviewOf(own.leader, { period: lastMonth })
    expect(now.numbers).toMatchObject({ redCommunities: 2, monthsRed: 1 })
    const days = Math.round((day(lastDayOf(lastMonth)).getTime() - day(before).getTime()) / 86_400_000)
    expect(red.edges.map(({ node }: { node: object }) => node)).toEqual([
      { communityName: '无顾问社区', practitionerName: null, what: '尚未配过首席顾问', days: null, light: 'RED' },
      {
        communityName: own.community.name,
        practitionerName: own.practitioner.name,
        what: `${periodLabel(lastMonth)}未到位，最近到位${before}`,
        days,
        light: 'RED',
      },
    ])
  })

  test('没有首席顾问的社区，写着未到位的人的，也写明是哪个月未到位', async () => {
    const own = await given.world()
    // A year of which at least two months are over.
    const year = shiftMonth(lastMonth, -1).slice(0, 4)
    const term = { termFrom: day(`${year}-01-01`), endsOn: day(`${year}-02-01`), status: 'ENDED' } as const
    await given.pairing(own.community, own.practitioner, term)
    const { red } = await overviewOf(own.leader, { period: year })
    expect(red.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      {
        practitionerName: own.practitioner.name,
        what: `${periodLabel(`${year}-01`)}未到位；自${year}-02-01起无首席顾问`,
        light: 'RED',
      },
    ])
  })

  test('满意度不足五份时不显示平均分，明细里也看不到各份的分', async () => {
    const own = await given.world()
    const held = await given.pairing(own.community, own.practitioner)
    for (const rating of [5, 4, 3, 5]) await consulted(held, thatDay, 1, rating)
    const few = await overviewOf(own.leader, { period: lastMonth })
    expect(few.now.numbers).toMatchObject({ ratings: 4, rating: null })
    expect(few.ratings.totalCount).toBe(4)
    expect(JSON.stringify(few.ratings)).not.toContain('评分')
    await consulted(held, thatDay, 1, 3)
    const enough = await overviewOf(own.leader, { period: lastMonth })
    expect(enough.now.numbers).toMatchObject({ ratings: 5, rating: 4 })
    expect(JSON.stringify(enough.ratings)).toContain('社区评分4分')
  })

  test('事实归服务当日所在的机构，不随人转所', async () => {
    const own = await given.world()
    const held = await given.pairing(own.community, own.practitioner)
    await consulted(held, thatDay, 7)
    const other = await given.firm(own.bureau)
    await write(clerk, 'given', async (tx) => {
      await tx.firmMembership.updateMany({
        where: { practitionerId: own.practitioner.id },
        data: { validTo: day(addDays(thatDay, 5)) },
      })
      await tx.firmMembership.create({
        data: { practitionerId: own.practitioner.id, firmId: other.id, validFrom: day(addDays(thatDay, 5)) },
      })
    })
    await consulted(held, addDays(thatDay, 6), 2)
    const numbersOf = async (firmId: string) =>
      (await overviewOf(own.leader, { period: lastMonth, firmId: globalId('Firm', firmId) })).now.numbers
    expect(await numbersOf(own.firm.id)).toMatchObject({ consultations: 7, covered: 0 })
    expect(await numbersOf(other.id)).toMatchObject({ consultations: 2, covered: 1 })

    // The firm of that day sees the fact and its name; the person and the pairing are another firm's now.
    const factOf = async (viewer: Viewer) => {
      const { overview } = await askWell(viewer, behind, { period: lastMonth, firmId: globalId('Firm', own.firm.id) })
      return overview.facts.edges[0].node
    }
    const log = { practitionerName: own.practitioner.name, serviceLogId: expect.any(String) }
    expect(await factOf(own.firmAdmin)).toEqual({ ...log, practitionerId: null, pairingId: null })
    expect(await factOf(own.leader)).toMatchObject({
      ...log,
      practitionerId: globalId('Practitioner', own.practitioner.id),
      pairingId: globalId('Pairing', held.id),
    })
  })

  test('进行中的统计期只计到今天，并与上期的同一天比', async () => {
    const { now, last } = await overviewOf(world.leader)
    expect(now).toMatchObject({ period: monthOf(today()), until: today(), isPartial: true })
    expect(last).toEqual({ from: `${lastMonth}-01`, until: addMonths(today(), -1) })
  })

  test('没有开始的、写错的统计期不予统计，说明原因', async () => {
    for (const [period, code] of [
      [`${Number(today().slice(0, 4)) + 1}`, 'NOT_BEGUN'],
      ['2026-13', 'INVALID'],
    ]) {
      const { data } = await ask(world.leader, page, { period })
      expect(data.overview).toMatchObject({ __typename: 'Refusal', code, path: ['period'] })
    }
  })

  test('律所管理员只看本机构的数字；看别家、看外区街道，如同没有', async () => {
    const other = await given.firm(world.bureau)
    const foreign = await given.world()
    const { now } = await overviewOf(world.firmAdmin)
    expect(now.numbers).toMatchObject({ covered: 1, uncovered: 0, communities: 2 })
    for (const variables of [{ firmId: globalId('Firm', other.id) }, { streetCode: foreign.streetCode }]) {
      const { data } = await ask(world.firmAdmin, page, variables)
      expect(data.overview).toMatchObject({ __typename: 'Refusal', code: 'NOT_FOUND' })
    }
    const { data } = await ask(world.leader, page, { firmId: globalId('Firm', foreign.firm.id) })
    expect(data.overview.code).toBe('NOT_FOUND')
  })

  test('全区家均不具名：有顾问的机构不足三家时不给', async () => {
    const own = await given.world()
    await given.pairing(own.community, own.practitioner)
    expect((await overviewOf(own.firmAdmin)).average).toBeNull()
    for (let n = 0; n < 2; n++) {
      await given.pairing(await given.community(own.bureau), await given.practitioner(await given.firm(own.bureau)))
    }
    expect((await overviewOf(own.firmAdmin)).average).toMatchObject({ firms: 3, covered: 1 })
    expect((await overviewOf(own.leader)).average).toBeNull()
  })

  test('空的局也能打开，各项为零', async () => {
    const { divisionCode } = await given.bureau()
    const leader = await given.someone('LEADER', { divisionCode })
    const { now } = await overviewOf(leader)
    expect(now.numbers).toMatchObject({ communities: 0, coverage: { numerator: 0, denominator: 0, value: null } })
  })

  test('市局看到的，是各区按各自设置统计之和', async () => {
    const own = await given.world()
    await given.pairing(own.community, own.practitioner, { termFrom: day(`${lastMonth}-12`) })
    const city = await given.someone('LEADER', { divisionCode: own.divisionCode.slice(0, 4) })
    const due = async () =>
      (await overviewOf(city, { period: lastMonth, streetCode: own.streetCode })).now.numbers.arrival.denominator
    expect(await due()).toBe(1)
    await write(clerk, 'given', (tx) =>
      tx.setting.create({ data: { divisionCode: own.divisionCode, key: 'termStartDay', value: 10 } }),
    )
    expect(await due()).toBe(0)
  })
})

describe('明细里的话', () => {
  test('本局给服务类型改了名，咨询的明细里写新的名称', async () => {
    const world = await pairedWorld()
    await givenServiceLog(world.pairing)
    await write({ system: '测试', requestId: 'test' }, 'given', (tx) =>
      tx.dictItem.create({
        data: { divisionCode: world.divisionCode, kind: 'SERVICE_TYPE', code: 'CONSULTATION', label: '法律咨询' },
      }),
    )
    const { overview } = await askWell(
      world.leader,
      '{ overview { ... on Overview { facts(figure: CONSULTATIONS, first: 10) { edges { node { what } } } } } }',
    )
    expect(overview.facts.edges).toEqual([{ node: { what: '法律咨询（劳动争议）3人次' } }])
  })
})
