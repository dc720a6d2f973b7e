import { describe, expect, test } from '@jest/globals'
import { addDays, isWithin, monthOf, monthRange, shiftMonth } from '@sitai/rules/calendar'
import { monthStatus } from '@sitai/rules/commitment'
import { KEPT_VISIT_STATES } from '@sitai/rules/machines'
import { defaultSettings } from '@sitai/rules/settings'
import fc from 'fast-check'
import { today } from '../time/clock.ts'
import { ask, askWell } from '../test/ask.ts'
import { day, db, fromToday, given, globalId } from '../test/given.ts'
import { givenVisit, pairedWorld } from '../test/givenVisits.ts'
import { write } from '../acts/write.ts'

const duties = `query ($month: String!, $filter: DutyFilter) { duties(month: $month, filter: $filter, first: 100) { __typename
  ... on DutyPage { totalCount nodes { pairingId status required kept planned nextStartsAt lastKeptOn lapsedOn isPaused firmName } } ... on Refusal { code } } }`
const summary = `query ($month: String!) { dutySummary(month: $month) { __typename ... on QueryDutySummarySuccess { counts { status count } } } }`

const thisMonth = monthOf(today())
const clerk = { system: '测试', requestId: 'test' }

describe('每月的驻点任务', () => {
  test('上月没去的是红的，去了的是已到位；下月尚无到位与否，但看得到已安排的', async () => {
    const world = await pairedWorld()
    const last = shiftMonth(thisMonth, -1)
    const statusOf = async (month: string) => (await askWell(world.firmAdmin, duties, { month })).duties.nodes[0]
    expect(await statusOf(last)).toMatchObject({ status: 'RED', required: 1, kept: 0 })
    await givenVisit(world.pairing, { on: `${last}-10`, status: 'CONFIRMED' })
    expect(await statusOf(last)).toMatchObject({ status: 'MET', kept: 1, lastKeptOn: `${last}-10` })
    const next = shiftMonth(thisMonth, 1)
    await givenVisit(world.pairing, { on: `${next}-05` })
    expect(await statusOf(next)).toMatchObject({
      status: 'NOT_DUE',
      planned: 1,
      nextStartsAt: new Date(`${next}-05T06:00:00Z`),
    })
  })

  test('排好的日子过去了还没签到，就不再算已安排：名单写明哪天没签到，一次排好会重新排', async () => {
    const world = await pairedWorld()
    const yesterday = fromToday(-1)
    await givenVisit(world.pairing, { on: yesterday })
    const { nodes } = (await askWell(world.firmAdmin, duties, { month: monthOf(yesterday) })).duties
    expect(nodes[0]).toMatchObject({ kept: 0, planned: 0, nextStartsAt: null, lapsedOn: yesterday })
    await givenVisit(world.pairing, { on: today() })
    const after = (await askWell(world.firmAdmin, duties, { month: thisMonth })).duties.nodes[0]
    expect(after).toMatchObject({ planned: 1, nextStartsAt: new Date(`${today()}T06:00:00Z`) })

    const other = await pairedWorld()
    await givenVisit(other.pairing, { on: yesterday })
    const plan = `query ($wish: PlanMonthInput!) { visitPlan(wish: $wish) { ... on QueryVisitPlanSuccess { lines { pairingId } } } }`
    const wish = { month: thisMonth, startTime: '14:00', endTime: '16:00' }
    expect((await askWell(other.firmAdmin, plan, { wish })).visitPlan.lines).toHaveLength(1)
  })

  test('汇总的数与名单的条数相等；月份写错说明原因', async () => {
    const world = await pairedWorld()
    await given.pairing(await given.community(world.bureau), await given.practitioner(world.firm))
    const month = shiftMonth(thisMonth, -1)
    const { dutySummary } = await askWell(world.admin, summary, { month })
    for (const { status, count } of dutySummary.counts) {
      const page = await askWell(world.admin, duties, { month, filter: { status: [status] } })
      expect(page.duties.totalCount).toBe(count)
    }
    expect((await ask(world.admin, duties, { month: '2026-13' })).data.duties.code).toBe('INVALID')
  })

  test('律所只看本所现在的人，律师只看自己，别的区看不到', async () => {
    const world = await pairedWorld()
    const otherFirm = await given.firm(world.bureau)
    await given.pairing(await given.community(world.bureau), await given.practitioner(otherFirm))
    const count = async (viewer: typeof world.admin) =>
      (await askWell(viewer, duties, { month: thisMonth })).duties.totalCount
    expect(await count(world.admin)).toBe(2)
    expect(await count(world.firmAdmin)).toBe(1)
    expect(await count(world.lawyer)).toBe(1)
    expect(await count((await given.world()).admin)).toBe(0)
    const filtered = await askWell(world.admin, duties, {
      month: thisMonth,
      filter: { firmId: globalId('Firm', otherFirm.id) },
    })
    expect(filtered.duties.nodes.map(({ firmName }: { firmName: string }) => firmName)).toEqual([otherFirm.name])
  })

  test('SQL 与规则处处一致：随机的聘期、暂停、驻点', async () => {
    const offset = fc.integer({ min: -200, max: 20 })
    const life = fc.record({
      begun: fc.integer({ min: 1, max: 300 }),
      ends: fc.integer({ min: -60, max: 200 }),
      perMonth: fc.integer({ min: 1, max: 2 }),
      pause: fc.option(fc.record({ from: offset, days: fc.option(fc.integer({ min: 1, max: 60 })) })),
      visits: fc.array(
        fc.record({
          on: offset,
          status: fc.constantFrom('PLANNED', 'COMPLETED', 'CONFIRMED', 'MISSED', 'CANCELLED', 'VOID'),
        }),
        { maxLength: 8 },
      ),
      back: fc.integer({ min: -1, max: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(life, async ({ begun, ends, perMonth, pause, visits, back }) => {
        if (ends <= -begun) return
        const world = await given.world()
        const [from, to] = [fromToday(-begun), fromToday(ends)]
        const pairing = await given.pairing(world.community, world.practitioner, {
          termFrom: day(from),
          termTo: day(to),
          endsOn: day(to),
          visitsPerMonth: perMonth,
          status: ends > 0 ? 'ACTIVE' : 'ENDED',
        })
        const pauses = pause
          ? [
              {
                from: fromToday(pause.from),
                to: pause.days === null ? null : addDays(fromToday(pause.from), pause.days),
              },
            ]
          : []
        await write(clerk, 'given', (tx) =>
          tx.pairingPause.createMany({
            data: pauses.map((it) => ({
              pairingId: pairing.id,
              validFrom: day(it.from),
              validTo: it.to === null ? null : day(it.to),
              reason: '病假',
            })),
          }),
        )
        const seen = new Map(visits.map((it) => [it.on, it]))
        const held = [...seen.values()].filter((it) => isWithin(fromToday(it.on), { from, to }))
        for (const { on, status } of held) await givenVisit(pairing, { on: fromToday(on), status })
        const month = shiftMonth(thisMonth, -back)
        const kept = held.filter(
          (it) => KEPT_VISIT_STATES.includes(it.status) && isWithin(fromToday(it.on), monthRange(month)) && it.on <= 0,
        ).length
        const expected = monthStatus(
          { term: { from, to }, pauses, visitsPerMonth: perMonth },
          month,
          kept,
          today(),
          defaultSettings,
        )
        const { nodes } = (await askWell(world.admin, duties, { month })).duties
        expect(nodes[0]?.status ?? 'NOT_DUE').toBe(expected)
      }),
      { numRuns: 40, endOnFailure: true },
    )
    expect(await db.visit.count()).toBeGreaterThan(0)
  }, 60_000)
})
