import { randomUUID } from 'node:crypto'
import { globalId } from '../test/given.ts'
import type { MatrixRow } from '../test/matrix.ts'

export const matrix: readonly MatrixRow[] = [
  {
    field: 'Query.installation',
    act: null,
    document: '{ installation { placeName isDemo } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Query.viewer',
    act: null,
    document: '{ viewer { acts } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Mutation.signIn',
    act: null,
    document: `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Refusal { code } } }`,
    // A name of its own each time: many failures at one would lock it.
    variables: () => Promise.resolve({ input: { userName: randomUUID(), password: 'nothing' } }),
    except: {
      SYS_ADMIN: 'WRONG_CREDENTIALS',
      BUREAU_ADMIN: 'WRONG_CREDENTIALS',
      LEADER: 'WRONG_CREDENTIALS',
      FIRM_ADMIN: 'WRONG_CREDENTIALS',
      LAWYER: 'WRONG_CREDENTIALS',
    },
    foreign: 'OWN',
  },
  {
    field: 'Mutation.signOut',
    act: null,
    document: 'mutation { signOut }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Mutation.switchGrant',
    act: 'self',
    document: `mutation ($input: SwitchGrantInput!) { switchGrant(input: $input) { __typename ... on Refusal { code } } }`,
    variables: (world, role) => {
      const viewers = {
        SYS_ADMIN: world.sysAdmin,
        BUREAU_ADMIN: world.admin,
        LEADER: world.leader,
        FIRM_ADMIN: world.firmAdmin,
        LAWYER: world.lawyer,
      }
      return Promise.resolve({ input: { grantId: globalId('Grant', viewers[role].grantId) } })
    },
  },
  {
    field: 'Mutation.changePassword',
    act: 'self',
    document: `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename ... on Refusal { code } } }`,
    variables: () => Promise.resolve({ input: { currentPassword: 'wrong', newPassword: 'whatever' } }),
    except: {
      SYS_ADMIN: 'WRONG_CREDENTIALS',
      BUREAU_ADMIN: 'WRONG_CREDENTIALS',
      LEADER: 'WRONG_CREDENTIALS',
      FIRM_ADMIN: 'WRONG_CREDENTIALS',
      LAWYER: 'WRONG_CREDENTIALS',
    },
    foreign: 'OWN',
  },
  {
    field: 'Query.mySessions',
    act: 'self',
    document: '{ mySessions { id } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
  {
    field: 'Query.liveSessions',
    act: 'account:read',
    document: 'query ($search: String) { liveSessions(search: $search) { edges { node { id } } } }',
    variables: (world) => Promise.resolve({ search: world.lawyer.userName }),
  },
  {
    field: 'Mutation.endSession',
    act: 'self',
    document: `mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename ... on Refusal { code } } }`,
    variables: (world, role) => {
      const viewers = {
        SYS_ADMIN: world.sysAdmin,
        BUREAU_ADMIN: world.admin,
        LEADER: world.leader,
        FIRM_ADMIN: world.firmAdmin,
        LAWYER: world.lawyer,
      }
      return Promise.resolve({ input: { sessionId: globalId('Session', viewers[role].sessionId) } })
    },
  },
  {
    field: 'Mutation.endOtherSessions',
    act: 'self',
    document: 'mutation { endOtherSessions { __typename ... on Refusal { code } } }',
    variables: () => Promise.resolve({}),
    foreign: 'OWN',
  },
]
