import { expect } from '@jest/globals'
import { today } from '../../time/clock.ts'
import { figureCodes, spanBefore, spanLastYear, spanOf } from '@sitai/rules/overview'
import type { Period } from '@sitai/rules/periods'
import { askWell } from '../../test/ask.ts'
import type { Viewer } from '../../access/viewer.ts'
import { fieldOf } from '../numbers.graphql.ts'
import { leadFirms, recordOf, recount } from './recount.ts'

/** Who looks at the page, and at what: for the tests that compare it with a count of everything recorded. */
export interface Look {
  readonly viewer: Viewer
  readonly place: string
  readonly firmId: string | null
  readonly variables: Record<string, unknown>
}

const numbers = `{ ${figureCodes.map(fieldOf).join(' ')} }`
const page = `query ($period: String!, $streetCode: String, $firmId: ID) {
  overview(period: $period, streetCode: $streetCode, firmId: $firmId) {
    __typename
    ... on Refusal { code message }
    ... on Overview {
      now { numbers ${numbers} } last { numbers ${numbers} } lastYear { numbers ${numbers} }
      trend { month numbers ${numbers} }
      streets { code now ${numbers} last ${numbers} }
      average { firms visits }
    }
  }
}`

/** The API's numbers under the codes of the figures. */
function byCode(answered: Record<string, number>): Record<string, number | undefined> {
  return Object.fromEntries(figureCodes.map((code) => [code, answered[fieldOf(code)]]))
}

/** Expects every number of the page to be what counting one fact at a time gives; answers those of the period. */
export async function expectRecounted(look: Look, period: Period): Promise<Record<string, number | undefined>> {
  const span = spanOf(period, today())
  if (!span) throw new Error(`${period} has not begun.`)
  const { overview } = await askWell(look.viewer, page, { ...look.variables, period })
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
    const ofStreet = await recordOf(street.code)
    expect([street.code, byCode(street.now)]).toEqual([street.code, recount(ofStreet, span, look.firmId)])
    expect([street.code, byCode(street.last)]).toEqual([street.code, recount(ofStreet, spanBefore(span), look.firmId)])
  }
  const firms = leadFirms(record, span.until).size
  const shown = look.firmId !== null && firms >= 3
  const average = shown ? { firms, visits: recount(record, span, null).VISITS / firms } : null
  expect(overview.average).toEqual(average)
  return byCode(overview.now.numbers)
}
