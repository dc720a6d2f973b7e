import type { MatrixRow } from '../test/matrix.ts'

/** What stands in every kind that this role may open: the admins find the account of the firm's admin. */
export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.search',
    act: 'search:read',
    document: 'query ($text: String!) { search(text: $text) { kind key title } }',
    variables: (world, role) =>
      Promise.resolve({ text: role === 'SYS_ADMIN' ? world.firmAdmin.userName : world.community.code }),
  },
]
