import type { MatrixRow } from '../test/matrix.ts'

const refusable = '{ __typename ... on Refusal { code message } }'

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.community',
    act: 'place:read',
    document: 'query ($code: String!) { community(code: $code) { name } }',
    variables: (world) => Promise.resolve({ code: world.community.code }),
  },
  {
    field: 'Query.communities',
    act: 'place:read',
    document: 'query ($search: String) { communities(search: $search) { totalCount edges { node { id } } } }',
    variables: (world) => Promise.resolve({ search: world.community.code }),
  },
  {
    field: 'Mutation.createCommunity',
    act: 'place:write',
    document: `mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) ${refusable} }`,
    variables: (world) =>
      Promise.resolve({ input: { code: `${world.streetCode}998`, fields: { name: '新社区', kind: 'URBAN' } } }),
    foreign: 'OWN',
  },
  {
    field: 'Mutation.updateCommunity',
    act: 'place:write',
    document: `mutation ($input: UpdateCommunityInput!) { updateCommunity(input: $input) ${refusable} }`,
    variables: ({ community }) =>
      Promise.resolve({
        input: { code: community.code, expectedVersion: community.version, fields: { visitRoom: '一楼' } },
      }),
  },
  {
    field: 'Mutation.changeCommunityStatus',
    act: 'place:write',
    document: `mutation ($input: ChangeCommunityStatusInput!) { changeCommunityStatus(input: $input) ${refusable} }`,
    variables: ({ community }) =>
      Promise.resolve({
        input: { code: community.code, expectedVersion: community.version, to: 'MERGED', reason: '并入邻近社区' },
      }),
  },
  {
    field: 'Query.street',
    act: 'place:read',
    document: 'query ($code: String!) { street(code: $code) { name } }',
    variables: (world) => Promise.resolve({ code: world.streetCode }),
  },
  {
    field: 'Query.streets',
    act: 'place:read',
    document: 'query ($search: String) { streets(search: $search) { id } }',
    variables: (world) => Promise.resolve({ search: world.streetCode }),
  },
  {
    field: 'Mutation.createStreet',
    act: 'place:write',
    document: `mutation ($input: CreateStreetInput!) { createStreet(input: $input) ${refusable} }`,
    variables: (world) => Promise.resolve({ input: { code: `${world.divisionCode}099`, name: '新街道' } }),
    foreign: 'OWN',
  },
  {
    field: 'Mutation.updateStreet',
    act: 'place:write',
    document: `mutation ($input: UpdateStreetInput!) { updateStreet(input: $input) ${refusable} }`,
    variables: (world) =>
      Promise.resolve({ input: { code: world.streetCode, expectedVersion: 1, justiceOffice: '第一司法所' } }),
  },
]
