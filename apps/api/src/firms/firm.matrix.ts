import { globalId } from '../test/given.ts'
import type { MatrixRow } from '../test/matrix.ts'

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.firm',
    act: 'firm:read',
    document: 'query ($id: ID!) { firm(id: $id) { name } }',
    variables: (world) => Promise.resolve({ id: globalId('Firm', world.firm.id) }),
  },
  {
    field: 'Query.firms',
    act: 'firm:read',
    document: 'query ($search: String) { firms(search: $search) { totalCount edges { node { id } } } }',
    variables: (world) => Promise.resolve({ search: world.firm.licenceNo }),
  },
]
