import { randomUUID } from 'node:crypto'
import type { Role } from '@sitai/db/client'
import { globalId, type World } from '../test/given.ts'
import type { MatrixRow } from '../test/matrix.ts'
import { write } from '../acts/write.ts'

const refusal = '__typename ... on Refusal { code }'

/** A view of this role's viewer in the world. */
async function viewOf(world: World, role: Role): Promise<string> {
  const viewer = {
    SYS_ADMIN: world.sysAdmin,
    BUREAU_ADMIN: world.admin,
    LEADER: world.leader,
    FIRM_ADMIN: world.firmAdmin,
    LAWYER: world.lawyer,
  }[role]
  const { id } = await write({ system: '测试', requestId: 'test' }, 'given', (tx) =>
    tx.savedView.create({
      data: {
        accountId: viewer.accountId,
        page: 'firms',
        name: randomUUID(),
        query: 'q=1',
        divisionCode: world.divisionCode,
      },
    }),
  )
  return globalId('SavedView', id)
}

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.savedViews',
    act: 'savedView:write',
    document: '{ savedViews(page: "firms") { views { name } } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Mutation.createSavedView',
    act: 'savedView:write',
    foreign: 'OWN',
    document: `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { ${refusal} } }`,
    variables: () =>
      Promise.resolve({ input: { page: 'firms', name: randomUUID().slice(0, 8), query: 'q=1', shared: false } }),
  },
  {
    field: 'Mutation.updateSavedView',
    act: 'savedView:write',
    document: `mutation ($input: UpdateSavedViewInput!) { updateSavedView(input: $input) { ${refusal} } }`,
    variables: async (world, role) => ({
      input: { viewId: await viewOf(world, role), name: randomUUID().slice(0, 8) },
    }),
  },
  {
    field: 'Mutation.deleteSavedView',
    act: 'savedView:write',
    document: `mutation ($input: DeleteSavedViewInput!) { deleteSavedView(input: $input) { ${refusal} } }`,
    variables: async (world, role) => ({ input: { viewId: await viewOf(world, role) } }),
  },
]
