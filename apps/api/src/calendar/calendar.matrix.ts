import type { MatrixRow } from '../test/matrix.ts'

const answer = '{ __typename ... on Refusal { code } }'
const nothing = () => Promise.resolve({})

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.calendarFeed',
    act: 'calendar:write',
    document: '{ calendarFeed { isOn } }',
    variables: nothing,
    foreign: 'OWN',
  },
  {
    field: 'Mutation.createCalendarFeed',
    act: 'calendar:write',
    document: `mutation { createCalendarFeed ${answer} }`,
    variables: nothing,
    foreign: 'OWN',
  },
  {
    field: 'Mutation.revokeCalendarFeed',
    act: 'calendar:write',
    document: `mutation { revokeCalendarFeed ${answer} }`,
    variables: nothing,
    foreign: 'OWN',
  },
]
