import { randomUUID } from 'node:crypto'
import { db, globalId } from '../test/given.ts'
import type { MatrixRow } from '../test/matrix.ts'

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.auditEvents',
    act: 'audit:read',
    document: 'query ($filter: AuditFilter) { auditEvents(filter: $filter) { edges { node { key } } } }',
    variables: (world) => Promise.resolve({ filter: { entityId: globalId('Firm', world.firm.id) } }),
  },
  {
    field: 'Query.auditChoices',
    act: 'audit:read',
    document: '{ auditChoices { acts { code } } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Query.signInEvents',
    act: 'audit:read',
    document: 'query ($filter: SignInFilter) { signInEvents(filter: $filter) { edges { node { key } } } }',
    variables: async (world) => {
      const userName = randomUUID()
      await db.signInEvent.create({ data: { userName, outcome: 'SUCCEEDED', divisionCode: world.divisionCode } })
      return { filter: { userName } }
    },
  },
  {
    field: 'Query.history',
    act: 'history:read',
    document: 'query ($id: String!) { history(kind: FIRM, id: $id) { edges { node { key } } } }',
    variables: (world) => Promise.resolve({ id: globalId('Firm', world.firm.id) }),
    except: { SYS_ADMIN: 'NOT_FOUND' },
  },
]
