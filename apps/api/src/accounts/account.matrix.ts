import { randomUUID } from 'node:crypto'
import { db, globalId, type World } from '../test/given.ts'
import { write } from '../acts/write.ts'
import type { MatrixRow } from '../test/matrix.ts'

const refusal = '__typename ... on Refusal { code }'
const account = (world: World) => ({ accountId: globalId('Account', world.lawyer.accountId) })
const grant = (world: World) => ({ role: 'LEADER', divisionCode: world.divisionCode })
const newName = () => `u${randomUUID().slice(0, 12)}`
const mutation = (name: string) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${refusal} } }`
}

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.account',
    act: 'account:read',
    document: 'query ($id: ID!) { account(id: $id) { userName } }',
    variables: (world) => Promise.resolve({ id: account(world).accountId }),
  },
  {
    field: 'Query.accounts',
    act: 'account:read',
    document: 'query ($search: String) { accounts(search: $search) { edges { node { id } } } }',
    variables: (world) => Promise.resolve({ search: world.lawyer.userName }),
  },
  {
    field: 'Query.practitionersWithoutAccount',
    act: 'account:write',
    document: 'query ($search: String) { practitionersWithoutAccount(search: $search) { edges { node { name } } } }',
    variables: async (world) => {
      const free = { divisionCode: world.divisionCode, account: { is: null } }
      const known = await db.practitioner.findFirst({ where: free })
      if (known) return { search: known.licenceNo }
      const licenceNo = randomUUID()
      await write({ system: '测试', requestId: 'test' }, 'given', (tx) =>
        tx.practitioner.create({
          data: {
            kind: 'FULL_TIME',
            name: '无号',
            pinyin: 'wuhao',
            initials: 'wh',
            licenceNo,
            status: 'ACTIVE',
            divisionCode: world.divisionCode,
          },
        }),
      )
      return { search: licenceNo }
    },
  },
  {
    field: 'Query.scopeChoices',
    act: 'account:write',
    document: '{ scopeChoices { roles } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Query.userNameSuggestion',
    act: 'account:write',
    document: '{ userNameSuggestion(displayName: "王某") }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Mutation.createAccount',
    act: 'account:write',
    document: mutation('createAccount'),
    variables: (world) => Promise.resolve({ input: { userName: newName(), displayName: '王某', grant: grant(world) } }),
    foreign: 'OWN',
  },
  {
    field: 'Mutation.createPractitionerAccounts',
    act: 'account:write',
    document: mutation('createPractitionerAccounts'),
    variables: async (world) => {
      const { id } = await write({ system: '测试', requestId: 'test' }, 'given', (tx) =>
        tx.practitioner.create({
          data: {
            kind: 'FULL_TIME',
            name: '无号',
            pinyin: 'wuhao',
            initials: 'wh',
            licenceNo: randomUUID(),
            status: 'ACTIVE',
            divisionCode: world.divisionCode,
          },
        }),
      )
      return { input: { practitionerIds: [globalId('Practitioner', id)] } }
    },
  },
  {
    field: 'Mutation.updateAccount',
    act: 'account:write',
    document: mutation('updateAccount'),
    variables: (world) =>
      Promise.resolve({ input: { ...account(world), expectedVersion: 1, userName: newName(), displayName: '王某' } }),
  },
  {
    field: 'Mutation.disableAccount',
    act: 'account:write',
    document: mutation('disableAccount'),
    variables: (world) => Promise.resolve({ input: { ...account(world), expectedVersion: 1, reason: '调离' } }),
  },
  {
    field: 'Mutation.enableAccount',
    act: 'account:write',
    document: mutation('enableAccount'),
    variables: (world) => Promise.resolve({ input: { ...account(world), expectedVersion: 1 } }),
  },
  {
    field: 'Mutation.unlockAccount',
    act: 'account:write',
    document: mutation('unlockAccount'),
    variables: (world) => Promise.resolve({ input: account(world) }),
  },
  {
    field: 'Mutation.resetPassword',
    act: 'account:write',
    document: mutation('resetPassword'),
    variables: (world) => Promise.resolve({ input: account(world) }),
  },
  {
    field: 'Mutation.addGrant',
    act: 'account:write',
    document: mutation('addGrant'),
    variables: (world) => Promise.resolve({ input: { ...account(world), grant: grant(world) } }),
  },
  {
    field: 'Mutation.changeGrant',
    act: 'account:write',
    document: mutation('changeGrant'),
    variables: (world) =>
      Promise.resolve({
        input: {
          grantId: globalId('Grant', world.lawyer.grantId),
          expectedVersion: 1,
          divisionCode: world.divisionCode,
        },
      }),
  },
  {
    field: 'Mutation.endGrant',
    act: 'account:write',
    document: mutation('endGrant'),
    variables: (world) =>
      Promise.resolve({ input: { grantId: globalId('Grant', world.lawyer.grantId), reason: '调离' } }),
  },
]
