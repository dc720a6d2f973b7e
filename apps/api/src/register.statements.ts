import { globalId } from './test/given.ts'
import type { StatementRow } from './test/statements.ts'

/** The operations of the register. Each relation is one statement whatever the number of rows; a total is one more. */
export const statements: readonly StatementRow[] = [
  {
    name: 'PractitionerList',
    document: `{ practitioners(first: 20) { totalCount edges { node {
      id name load capacity status firm { id name } specialties { topicLabel level } assessments(first: 1) { year result } } } } }`,
    variables: () => ({}),
    count: 3,
  },
  {
    name: 'PractitionerList, capacity left',
    document: `{ practitioners(first: 20, filter: { hasCapacityLeft: true }) { totalCount edges { node { id name } } } }`,
    variables: () => ({}),
    count: 4,
  },
  {
    name: 'PractitionerPage',
    document: `query ($id: ID!) { practitioner(id: $id) { id name firm { name } load specialties { topicLabel } assessments { year }
      sanctions { reason } memberships { validFrom firm { name } } hangingPairings { communityName } timeline { title } editableFields } }`,
    variables: (world) => ({ id: globalId('Practitioner', world.practitioner.id) }),
    count: 3,
  },
  {
    name: 'FirmList',
    document: `{ firms(first: 20) { totalCount edges { node { id name practitionerCount street { name } status } } } }`,
    variables: () => ({}),
    count: 2,
  },
  {
    name: 'FirmPage',
    document: `query ($id: ID!) { firm(id: $id) { id name street { name } inspections { year } hangingPairings { communityName } timeline { title } } 
      practitioners(filter: { firmId: $id }) { totalCount edges { node { name load } } } }`,
    variables: (world) => ({ id: globalId('Firm', world.firm.id) }),
    count: 5,
  },
  {
    name: 'CommunityList',
    document: `{ communities(first: 20) { totalCount edges { node { id name street { name } advisers { name firmName isLead } } } } }`,
    variables: () => ({}),
    count: 2,
  },
  {
    name: 'CommunityPage',
    document: `query ($code: String!) { community(code: $code) { id name street { name justiceOffice } demands { topicLabel weight } advisers { name } hangingPairings { termTo } timeline { title } } }`,
    variables: (world) => ({ code: world.community.code }),
    count: 3,
  },
  {
    name: 'StreetList',
    document: `{ streets { code name adjacentCodes communityCount coveredCount firmCount } }`,
    variables: () => ({}),
    count: 2,
  },
]
