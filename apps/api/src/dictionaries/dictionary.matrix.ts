import type { MatrixRow } from '../test/matrix.ts'

const mutation = (name: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  return `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { code } } }`
}

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.dictionary',
    act: 'dictionary:read',
    document: '{ dictionary(kind: TOPIC) { code } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Mutation.addDictItem',
    act: 'dictionary:write',
    document: mutation('addDictItem'),
    foreign: 'OWN',
    variables: () => Promise.resolve({ input: { kind: 'TOPIC', code: 'NEW_TOPIC', label: '新主题' } }),
  },
  {
    field: 'Mutation.updateDictItem',
    act: 'dictionary:write',
    document: mutation('updateDictItem'),
    foreign: 'OWN',
    variables: () => Promise.resolve({ input: { kind: 'TOPIC', code: 'TAX', expectedVersion: 0, label: '税费' } }),
  },
  {
    field: 'Mutation.reorderDictItems',
    act: 'dictionary:write',
    document: mutation('reorderDictItems'),
    foreign: 'OWN',
    variables: () =>
      Promise.resolve({
        input: {
          kind: 'TERMINATION_GROUND',
          codes: ['OTHER', 'PRACTICE_ENDED', 'ASSESSMENT_FAILED', 'COMMUNITY_REQUEST', 'OWN_REQUEST'],
        },
      }),
  },
  {
    field: 'Mutation.resetDictItem',
    act: 'dictionary:write',
    document: mutation('resetDictItem'),
    foreign: 'OWN',
    variables: () => Promise.resolve({ input: { kind: 'TOPIC', code: 'TAX', expectedVersion: 0 } }),
  },
]
