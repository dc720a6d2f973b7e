import { AccountStatus } from '@sitai/db/client'
import { builder } from '../builder.ts'
import { viewerOf } from '../context.ts'
import { visibleAccounts } from './account.access.ts'

const AccountStatusEnum = builder.enumType(AccountStatus, { name: 'AccountStatus', description: '账号状态' })

export const AccountRef = builder.prismaNode('Account', {
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: visibleAccounts(viewerOf(context)) }),
  description: '账号',
  fields: (t) => ({
    userName: t.exposeString('userName'),
    displayName: t.exposeString('displayName'),
    mustChangePassword: t.exposeBoolean('mustChangePassword'),
    status: t.expose('status', { type: AccountStatusEnum }),
    divisionCode: t.exposeString('divisionCode'),
    version: t.exposeInt('version'),
  }),
})
