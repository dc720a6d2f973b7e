import { fromToday } from '../test/given.ts'
import { pairingIn } from '../test/givenVisits.ts'
import type { MatrixRow } from '../test/matrix.ts'

const month = fromToday(0).slice(0, 7)

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.duties',
    act: 'duty:read',
    document: `query ($month: String!, $street: String!) { duties(month: $month, filter: { streetCode: $street }) {
      __typename ... on DutyPage { nodes { status } } ... on Refusal { code } } }`,
    variables: async (world) => ({ month, street: (await pairingIn(world)).communityCode.slice(0, 9) }),
  },
  {
    field: 'Query.dutySummary',
    act: 'duty:read',
    document: `query ($month: String!) { dutySummary(month: $month) { __typename } }`,
    variables: () => Promise.resolve({ month }),
    foreign: 'OWN',
  },
]
