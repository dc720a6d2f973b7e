import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { monthOf, shiftMonth } from '@sitai/rules/calendar'
import { figureCodes } from '@sitai/rules/overview'
import { periodOf, type PeriodKind } from '@sitai/rules/periods'
import { today } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { askWell } from '../test/ask.ts'
import { given, globalId } from '../test/given.ts'
import { expectRecounted, type Look } from './test/recounted.ts'
import { randomChange } from './test/randomChange.ts'
import { chanceOf, moveFirm, randomWorld } from './test/randomWorld.ts'
import { keepRollup, wantRollup } from './rollup.ts'

/** How many worlds; more by hand: OVERVIEW_RUNS=100. */
const runs = Number(process.env['OVERVIEW_RUNS'] ?? 6)
const kinds: readonly PeriodKind[] = ['MONTH', 'QUARTER', 'HALF', 'YEAR']
const month = monthOf(today())

type World = Awaited<ReturnType<typeof randomWorld>>

const leaderOf = (world: World): Look => ({
  viewer: world.leader,
  place: world.divisionCode,
  firmId: null,
  variables: {},
})
const firmOf = (world: World): Look => ({
  viewer: world.firmAdmin,
  place: world.divisionCode,
  firmId: world.firm.id,
  variables: { firmId: globalId('Firm', world.firm.id) },
})

const cellsOf = ({ divisionCode }: World) => db.rollup.count({ where: { streetCode: { startsWith: divisionCode } } })
const marksOf = ({ divisionCode }: World) =>
  db.rollupMark.count({ where: { streetCode: { startsWith: divisionCode } } })

/** A world that is rolled up and untouched since. */
async function rolled(seed: number): Promise<World> {
  const world = await randomWorld(chanceOf(seed))
  await expectRecounted(leaderOf(world), month)
  await keepRollup()
  expect([(await cellsOf(world)) > 0, await marksOf(world)]).toEqual([true, 0])
  return world
}

const lists = figureCodes.filter((figure) => /^MONTHS|COMMUNITIES|COVERED|LEADS/.test(figure))
const listed = `query ($period: String!, $first: Int!, $offset: Int!) { overview(period: $period) { ... on Overview { ${lists
  .map((figure) => `${figure}: facts(figure: ${figure}, first: $first, offset: $offset) { ...page }`)
  .join(' ')} } } }
fragment page on OverviewFactsConnection {
  totalCount edges { node { id communityCode practitionerName firmName happenedOn since days light what } }
}`

interface Listed {
  readonly totalCount: number
  readonly edges: readonly unknown[]
}

/** The lists as they are answered now, of several periods, leafed through in pages of so many. */
async function listsOf({ leader }: World, first: number): Promise<Record<string, Listed>[]> {
  const answers = []
  for (const period of [month, month.slice(0, 4), shiftMonth(month, -12).slice(0, 4)]) {
    const whole: Record<string, Listed> = {}
    for (let offset = 0, isMore = true; isMore; offset += first) {
      const { overview } = await askWell(leader, listed, { period, first, offset })
      for (const [figure, { totalCount, edges }] of Object.entries<Listed>(overview))
        whole[figure] = { totalCount, edges: [...(whole[figure]?.edges ?? []), ...edges] }
      isMore = Object.values(whole).some(({ totalCount }) => totalCount > offset + first)
    }
    for (const [figure, { totalCount, edges }] of Object.entries(whole))
      expect([figure, edges.length]).toEqual([figure, totalCount])
    answers.push(whole)
  }
  return answers
}

describe('总览读汇总，数字仍是此刻的', () => {
  test(
    '不论发生过什么、何时汇总过，页面上的数字都等于逐条清点',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const chance = chanceOf(seed)
          const world = await randomWorld(chance)
          for (let step = 0; step < 12; step++) {
            const back = chance(3) === 0 ? chance(14) : 0
            const period = periodOf(`${shiftMonth(month, -back)}-01`, kinds[chance(4)] ?? 'MONTH')
            await expectRecounted(chance(4) === 0 ? firmOf(world) : leaderOf(world), period)
            const doings = [randomChange(world, chance)]
            if (chance(2) === 0) doings.push(keepRollup())
            if (chance(3) === 0) doings.push(randomChange(world, chanceOf(seed + step)))
            await Promise.all(doings)
          }
          await keepRollup()
          expect(await marksOf(world)).toBe(0)
          for (const kind of kinds) await expectRecounted(leaderOf(world), periodOf(today(), kind))
        }),
        { numRuns: runs },
      )
    },
    60_000 + 30_000 * runs,
  )

  test(
    '点开的名单逐页翻看，读汇总的与逐月判定的一字不差',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const chance = chanceOf(seed)
          const world = await randomWorld(chance)
          for (let step = 0; step < 4; step++) {
            // At first nothing is rolled up, later what nothing has touched since.
            const size = 2 + chance(8)
            const before = await listsOf(world, size)
            if (step === 0) wantRollup(world.divisionCode)
            await keepRollup()
            expect([(await cellsOf(world)) > 0, await marksOf(world)]).toEqual([true, 0])
            expect(await listsOf(world, size)).toEqual(before)
            for (let n = chance(3); n >= 0; n--) await randomChange(world, chance)
          }
        }),
        { numRuns: runs },
      )
    },
    60_000 + 20_000 * runs,
  )

  test('没有变过的读自汇总，不再从事实数起', async () => {
    const world = await rolled(1)
    await db.rollup.updateMany({
      where: { streetCode: { startsWith: world.divisionCode } },
      data: { mediations: 7000 },
    })
    await expect(expectRecounted(leaderOf(world), month)).rejects.toThrow('14000')
  })

  test('办完的事立刻看得到，不等任务', async () => {
    const world = await rolled(2)
    const chance = chanceOf(2)
    for (let n = 0; n < 10; n++) await randomChange(world, chance)
    expect(await marksOf(world)).toBeGreaterThan(0)
    await expectRecounted(leaderOf(world), month)
    await expectRecounted(leaderOf(world), month.slice(0, 4))
  })

  test('顾问换了机构，家均立刻按现在的机构数算', async () => {
    const world = await given.world()
    const firms = [world.firm, ...(await Promise.all([1, 2, 3].map(() => given.firm(world.bureau))))]
    const people = []
    for (const firm of firms) {
      const person = await given.practitioner(firm)
      await given.pairing(await given.community(world.bureau), person)
      people.push(person)
    }
    const firmsOf = async () =>
      (await askWell(world.firmAdmin, 'query { overview { ... on Overview { average { firms } } } }')).overview.average
        .firms
    expect(await firmsOf()).toBe(4)
    await keepRollup()
    expect(await firmsOf()).toBe(4)
    await moveFirm(people[3]?.id ?? '', world.firm.id, today())
    expect(await firmsOf()).toBe(3)
    await keepRollup()
    expect(await firmsOf()).toBe(3)
  })

  test('两个任务同时汇总，各项数字不变', async () => {
    const world = await rolled(3)
    const chance = chanceOf(3)
    for (let n = 0; n < 5; n++) {
      await randomChange(world, chance)
      await Promise.all([keepRollup(), keepRollup(), randomChange(world, chance), keepRollup()])
      await expectRecounted(leaderOf(world), month)
    }
    await keepRollup()
    expect(await marksOf(world)).toBe(0)
    await expectRecounted(leaderOf(world), month)
  })

  test('昨天的汇总、旧算法的汇总不算数，再汇总时换新', async () => {
    const world = await rolled(4)
    const before = await cellsOf(world)
    await db.$executeRaw`
      update rollup set judged_on = judged_on - 1, visits = 9000 where is_running and left(street_code, 6) = ${world.divisionCode}`
    await db.$executeRaw`
      update rollup set formula = 'old', visits = 9000 where not is_running and left(street_code, 6) = ${world.divisionCode}`
    await expectRecounted(leaderOf(world), month)
    await keepRollup()
    expect(await cellsOf(world)).toBe(before)
    expect(await db.rollup.count({ where: { streetCode: { startsWith: world.divisionCode }, visits: 9000 } })).toBe(0)
    await expectRecounted(leaderOf(world), month)
  })
})
