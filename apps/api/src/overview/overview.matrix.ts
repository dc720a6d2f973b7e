import { monthOf } from '@sitai/rules/calendar'
import { today } from '../time/clock.ts'
import type { MatrixRow } from '../test/matrix.ts'

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.overview',
    act: 'overview:read',
    document: `query ($period: String!, $streetCode: String) {
      overview(period: $period, streetCode: $streetCode) {
        __typename
        ... on Refusal { code }
        ... on Overview { now { numbers { communities } } facts(figure: COMMUNITIES, first: 1) { totalCount } }
      }
    }`,
    variables: (world) => Promise.resolve({ period: monthOf(today()), streetCode: world.streetCode }),
  },
]
