import { globalId } from '../test/given.ts'
import type { MatrixRow } from '../test/matrix.ts'
import { write } from '../acts/write.ts'
import { phoneColumns } from './ciphers.ts'

const clerk = { system: '测试', requestId: 'test' }

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Mutation.revealSensitive',
    act: 'sensitive:reveal',
    document:
      'mutation ($input: RevealSensitiveInput!) { revealSensitive(input: $input) { __typename ... on Refusal { code } } }',
    variables: async ({ practitioner: { id } }) => {
      await write(clerk, 'given', (tx) => tx.practitioner.update({ where: { id }, data: phoneColumns('13800001234') }))
      return { input: { id: globalId('Practitioner', id), field: 'PHONE', reason: '核对联系方式' } }
    },
  },
]
