import type { MatrixRow } from '../test/matrix.ts'

const refusal = '__typename ... on Refusal { code }'

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.settings',
    act: 'setting:read',
    document: '{ settings { key value } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Mutation.changeSetting',
    act: 'setting:write',
    foreign: 'OWN',
    document: `mutation ($input: ChangeSettingInput!) { changeSetting(input: $input) { ${refusal} } }`,
    variables: () => Promise.resolve({ input: { key: 'yellowFromDay', value: 20, expectedVersion: 0 } }),
  },
  {
    field: 'Mutation.resetSetting',
    act: 'setting:write',
    foreign: 'OWN',
    document: `mutation ($input: ResetSettingInput!) { resetSetting(input: $input) { ${refusal} } }`,
    variables: () => Promise.resolve({ input: { key: 'yellowFromDay', expectedVersion: 0 } }),
  },
]
