import { monthOf } from '@sitai/rules/calendar'
import type { MatrixRow } from '../test/matrix.ts'
import { today } from '../time/clock.ts'

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.figureAreas',
    act: 'overview:read',
    document: '{ figureAreas { code label } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Query.areaFigures',
    act: 'overview:read',
    document: `query ($period: String!, $streetCode: String) {
      areaFigures(area: "register", period: $period, streetCode: $streetCode) {
        __typename
        ... on Refusal { code }
        ... on AreaFigures { figures { code now } facts(figure: "PEOPLE", first: 1) { totalCount } }
      }
    }`,
    variables: (world) => Promise.resolve({ period: monthOf(today()), streetCode: world.streetCode }),
  },
]
