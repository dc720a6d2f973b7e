import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shiftMonth, monthOf } from '@sitai/rules/calendar'
import { figureCodes, type Figure } from '@sitai/rules/overview'
import { periodOf, type PeriodKind } from '@sitai/rules/periods'
import { today } from '../time/clock.ts'
import { askWell } from '../test/ask.ts'
import { globalId } from '../test/given.ts'
import { expectRecounted, type Look } from './test/recounted.ts'
import { chanceOf, randomWorld } from './test/randomWorld.ts'
import { keepRollup, wantRollup } from './rollup.ts'

/** How many worlds; more by hand: OVERVIEW_RUNS=100. */
const runs = Number(process.env['OVERVIEW_RUNS'] ?? 6)

const facts = `query ($period: String!, $streetCode: String, $firmId: ID, $figure: OverviewFigure!, $offset: Int) {
  overview(period: $period, streetCode: $streetCode, firmId: $firmId) {
    __typename
    ... on Overview {
      facts(figure: $figure, first: 50, offset: $offset) {
        totalCount totalAmount edges { node { id amount communityCode what } }
      }
    }
  }
}`

interface Fact {
  readonly id: string
  readonly amount: number
}

async function allFacts(
  { viewer, variables }: Look,
  figure: Figure,
): Promise<{ found: Fact[]; totalCount: number; totalAmount: number }> {
  const found: Fact[] = []
  for (;;) {
    const { overview } = await askWell(viewer, facts, { ...variables, figure, offset: found.length })
    found.push(...overview.facts.edges.map(({ node }: { node: Fact }) => node))
    const { totalCount, totalAmount, edges } = overview.facts
    if (edges.length < 50) return { found, totalCount, totalAmount }
  }
}

describe('每个数字等于它所计的事实', () => {
  test(
    '不论发生过什么，各期、各街道、各机构的数字都等于逐条清点，也等于点开后的清单',
    async () => {
      const kinds: readonly PeriodKind[] = ['MONTH', 'QUARTER', 'HALF', 'YEAR']
      await fc.assert(
        fc.asyncProperty(fc.integer(), fc.constantFrom(...kinds), fc.nat(14), fc.boolean(), async (...chances) => {
          const [seed, kind, back, isRolled] = chances
          const world = await randomWorld(chanceOf(seed))
          const day = `${shiftMonth(monthOf(today()), -back)}-01`
          const period = periodOf(day, kind)
          const looks: Look[] = [
            { viewer: world.leader, place: world.divisionCode, firmId: null, variables: { period } },
            {
              viewer: world.admin,
              place: world.streetCode,
              firmId: null,
              variables: { period, streetCode: world.streetCode },
            },
            { viewer: world.firmAdmin, place: world.divisionCode, firmId: world.firm.id, variables: { period } },
            {
              viewer: world.leader,
              place: world.divisionCode,
              firmId: world.firms[1]?.id ?? null,
              variables: { period, firmId: globalId('Firm', world.firms[1]?.id ?? '') },
            },
          ]
          if (isRolled) {
            wantRollup(world.divisionCode)
            await keepRollup()
          }
          for (const look of looks) {
            const numbers = await expectRecounted(look, period)
            for (const figure of figureCodes) {
              const { found, totalCount, totalAmount } = await allFacts(look, figure)
              const total = found.reduce((sum, { amount }) => sum + amount, 0)
              const number = numbers[figure]
              expect([figure, total, totalAmount, found.length]).toEqual([figure, number, number, totalCount])
              expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
            }
          }
        }),
        { numRuns: runs },
      )
    },
    60_000 + 20_000 * runs,
  )
})
