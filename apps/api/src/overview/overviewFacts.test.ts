import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shiftMonth, monthOf } from '@sitai/rules/calendar'
import { figureCodes, type Figure, spanBefore, spanLastYear, spanOf } from '@sitai/rules/overview'
import { periodOf, type PeriodKind } from '@sitai/rules/periods'
import { today } from '../clock.ts'
import { askWell } from '../test/ask.ts'
import { globalId } from '../test/given.ts'
import type { Viewer } from '../viewer.ts'
import { fieldOf } from './numbers.graphql.ts'
import { chanceOf, randomWorld } from './randomWorld.ts'
import { recordOf, recount } from './recount.ts'

/** How many worlds; more by hand: OVERVIEW_RUNS=100. */
const runs = Number(process.env['OVERVIEW_RUNS'] ?? 6)

const numbers = `{ ${figureCodes.map(fieldOf).join(' ')} }`
const counts = `query ($period: String!, $streetCode: String, $firmId: ID) {
  overview(period: $period, streetCode: $streetCode, firmId: $firmId) {
    __typename
    ... on Refusal { code message }
    ... on Overview {
      now { numbers ${numbers} } last { numbers ${numbers} } lastYear { numbers ${numbers} }
      trend { month numbers ${numbers} }
      streets { code now ${numbers} last ${numbers} }
    }
  }
}`
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

/** The API's numbers under the codes of the figures. */
function byCode(answered: Record<string, number>): Record<string, number | undefined> {
  return Object.fromEntries(figureCodes.map((code) => [code, answered[fieldOf(code)]]))
}

interface Fact {
  readonly id: string
  readonly amount: number
}

interface Look {
  readonly viewer: Viewer
  readonly place: string
  readonly firmId: string | null
  readonly variables: Record<string, unknown>
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
        fc.asyncProperty(fc.integer(), fc.constantFrom(...kinds), fc.nat(14), async (seed, kind, back) => {
          const world = await randomWorld(chanceOf(seed))
          const day = `${shiftMonth(monthOf(today()), -back)}-01`
          const period = periodOf(day, kind)
          const span = spanOf(period, today())
          if (!span) throw new Error(`${period} has not begun.`)
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
          for (const look of looks) {
            const { overview } = await askWell(look.viewer, counts, look.variables)
            const record = await recordOf(look.place)
            const again = (of: typeof span) => recount(record, of, look.firmId)
            expect(byCode(overview.now.numbers)).toEqual(again(span))
            expect(byCode(overview.last.numbers)).toEqual(again(spanBefore(span)))
            expect(byCode(overview.lastYear.numbers)).toEqual(again(spanLastYear(span)))
            for (const { month, numbers: answered } of overview.trend) {
              const ofMonth = spanOf(month, today())
              if (ofMonth) expect([month, byCode(answered)]).toEqual([month, again(ofMonth)])
            }
            for (const street of overview.streets) {
              const ofStreet = recount(await recordOf(street.code), span, look.firmId)
              expect([street.code, byCode(street.now)]).toEqual([street.code, ofStreet])
            }
            for (const figure of figureCodes) {
              const { found, totalCount, totalAmount } = await allFacts(look, figure)
              const total = found.reduce((sum, { amount }) => sum + amount, 0)
              const number = byCode(overview.now.numbers)[figure]
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
