import { act, actsOn } from '../acts/act.ts'
import { type InputFields, seen, withReason } from '../acts/actInputs.ts'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../graphql/builder.ts'
import { db } from '../data/db.ts'
import {
  createAccount,
  disableAccount,
  enableAccount,
  resetPassword,
  unlockAccount,
  updateAccount,
  type NewPassword,
} from './account.ts'
import { AccountRef } from './account.graphql.ts'
import { addGrant, changeGrant, endGrant } from './grant.ts'
import { GrantRef, RoleEnum } from './grant.graphql.ts'
import { createPractitionerAccounts } from './practitionerAccounts.ts'

const NewPasswordRef = builder.objectRef<NewPassword>('NewPassword').implement({
  description: '账号和它的初始密码：只在这一次看得到',
  fields: (t) => ({
    account: t.field({
      type: AccountRef,
      description: '账号',
      resolve: ({ accountId, account }, _args, context, info) =>
        account ?? db.account.findUniqueOrThrow({ ...queryFromInfo({ context, info }), where: { id: accountId } }),
    }),
    initialPassword: t.exposeString('initialPassword', { description: '初始密码；系统只存散列，关掉就看不到了' }),
  }),
})

const NewPasswords = builder.objectRef<{ readonly made: readonly NewPassword[] }>('NewPasswords').implement({
  description: '一批新开的账号',
  fields: (t) => ({
    slips: t.field({
      type: [NewPasswordRef],
      description: '每人一张密码条',
      // All accounts in one go, with what the query asks of each.
      resolve: async ({ made }, _args, context, info) => {
        const query = queryFromInfo({ context, info, typeName: 'Account', path: ['account'] })
        const accounts = await db.account.findMany({ ...query, where: { id: { in: made.map((it) => it.accountId) } } })
        return made.flatMap((slip) =>
          accounts.filter((it) => it.id === slip.accountId).map((account) => ({ ...slip, account })),
        )
      },
    }),
  }),
})

const GrantInput = builder.inputType('GrantInput', {
  description: '授权：什么角色、在哪里、管哪家机构、到何时',
  fields: (t) => ({
    role: t.field({ type: RoleEnum, required: true }),
    divisionCode: t.string({ required: true, description: '区划代码，不超出自己的管辖' }),
    firmId: t.globalID({ description: '律所管理员所管的机构' }),
    validTo: t.field({ type: 'DateTime', description: '到期时间；空为长期' }),
  }),
})

const theAccount = (t: InputFields) => ({ accountId: t.globalID({ for: [AccountRef], required: true }) })

act('createAccount', {
  type: NewPasswordRef,
  description: '开通账号',
  may: 'account:write',
  input: (t) => ({
    userName: t.string({ required: true, description: '登录名' }),
    displayName: t.string({ required: true, description: '姓名' }),
    practitionerId: t.globalID({ description: '本人是执业人员时' }),
    grant: t.field({ type: GrantInput, required: true, description: '第一项授权' }),
  }),
  run: createAccount,
})

act('createPractitionerAccounts', {
  type: NewPasswords,
  description: '为执业人员批量开通账号',
  may: 'account:write',
  input: (t) => ({
    practitionerIds: t.globalIDList({ required: true, description: '还没有账号的执业人员，一次最多 100 名' }),
  }),
  run: async (viewer, { practitionerIds }) => ({ made: await createPractitionerAccounts(viewer, practitionerIds) }),
})

act('resetPassword', {
  type: NewPasswordRef,
  description: '重置密码，并使其全部登录下线',
  may: 'account:write',
  input: theAccount,
  run: resetPassword,
})

const actOnAccount = actsOn(AccountRef, (query, id) => db.account.findFirstOrThrow({ ...query, where: { id } }))

actOnAccount('updateAccount', {
  description: '修改登录名、姓名',
  may: 'account:write',
  input: (t) => ({
    ...theAccount(t),
    ...seen(t),
    userName: t.string({ required: true }),
    displayName: t.string({ required: true }),
  }),
  run: updateAccount,
})

actOnAccount('disableAccount', {
  description: '停用账号，并使其全部登录下线',
  may: 'account:write',
  input: (t) => ({ ...theAccount(t), ...seen(t), ...withReason(t) }),
  run: disableAccount,
})

actOnAccount('enableAccount', {
  description: '启用账号',
  may: 'account:write',
  input: (t) => ({ ...theAccount(t), ...seen(t) }),
  run: enableAccount,
})

actOnAccount('unlockAccount', { description: '解除锁定', may: 'account:write', input: theAccount, run: unlockAccount })

actOnAccount('addGrant', {
  description: '增加授权',
  may: 'account:write',
  input: (t) => ({ ...theAccount(t), grant: t.field({ type: GrantInput, required: true }) }),
  run: addGrant,
})

actOnAccount('changeGrant', {
  description: '修改授权的范围和期限',
  may: 'account:write',
  input: (t) => ({
    grantId: t.globalID({ for: [GrantRef], required: true }),
    ...seen(t),
    divisionCode: t.string({ required: true }),
    firmId: t.globalID(),
    validTo: t.field({ type: 'DateTime', description: '空为长期' }),
  }),
  run: changeGrant,
})

actOnAccount('endGrant', {
  description: '终止授权，立即生效',
  may: 'account:write',
  input: (t) => ({ grantId: t.globalID({ for: [GrantRef], required: true }), ...withReason(t) }),
  run: endGrant,
})
