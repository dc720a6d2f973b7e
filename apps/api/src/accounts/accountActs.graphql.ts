import { queryFromInfo } from '@pothos/plugin-prisma'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
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

const accountKey = (name: string) =>
  builder.inputType(name, {
    fields: (t) => ({
      accountId: t.globalID({ for: [AccountRef], required: true }),
      expectedVersion: t.int({ required: true, description: '打开时的版本' }),
    }),
  })

const CreateAccountInput = builder.inputType('CreateAccountInput', {
  fields: (t) => ({
    userName: t.string({ required: true, description: '登录名' }),
    displayName: t.string({ required: true, description: '姓名' }),
    practitionerId: t.globalID({ description: '本人是执业人员时' }),
    grant: t.field({ type: GrantInput, required: true, description: '第一项授权' }),
  }),
})
const CreatePractitionerAccountsInput = builder.inputType('CreatePractitionerAccountsInput', {
  fields: (t) => ({
    practitionerIds: t.globalIDList({ required: true, description: '还没有账号的执业人员，一次最多 100 名' }),
  }),
})
const UpdateAccountInput = builder.inputType('UpdateAccountInput', {
  fields: (t) => ({
    accountId: t.globalID({ for: [AccountRef], required: true }),
    expectedVersion: t.int({ required: true }),
    userName: t.string({ required: true }),
    displayName: t.string({ required: true }),
  }),
})
const DisableAccountInput = builder.inputType('DisableAccountInput', {
  fields: (t) => ({
    accountId: t.globalID({ for: [AccountRef], required: true }),
    expectedVersion: t.int({ required: true }),
    reason: t.string({ required: true, description: '理由，记入操作日志' }),
  }),
})
const EnableAccountInput = accountKey('EnableAccountInput')
const UnlockAccountInput = builder.inputType('UnlockAccountInput', {
  fields: (t) => ({ accountId: t.globalID({ for: [AccountRef], required: true }) }),
})
const ResetPasswordInput = builder.inputType('ResetPasswordInput', {
  fields: (t) => ({ accountId: t.globalID({ for: [AccountRef], required: true }) }),
})
const AddGrantInput = builder.inputType('AddGrantInput', {
  fields: (t) => ({
    accountId: t.globalID({ for: [AccountRef], required: true }),
    grant: t.field({ type: GrantInput, required: true }),
  }),
})
const ChangeGrantInput = builder.inputType('ChangeGrantInput', {
  fields: (t) => ({
    grantId: t.globalID({ for: [GrantRef], required: true }),
    expectedVersion: t.int({ required: true }),
    divisionCode: t.string({ required: true }),
    firmId: t.globalID(),
    validTo: t.field({ type: 'DateTime', description: '空为长期' }),
  }),
})
const EndGrantInput = builder.inputType('EndGrantInput', {
  fields: (t) => ({
    grantId: t.globalID({ for: [GrantRef], required: true }),
    reason: t.string({ required: true, description: '理由，记入操作日志' }),
  }),
})

const grantWords = ({ firmId, ...grant }: typeof GrantInput.$inferInput) => ({ ...grant, firmId: firmId?.id ?? null })

builder.mutationFields((t) => ({
  createAccount: t.field({
    type: NewPasswordRef,
    description: '开通账号',
    authScopes: { may: 'account:write' },
    errors: {},
    args: { input: t.arg({ type: CreateAccountInput, required: true }) },
    resolve: (_root, { input }, context) =>
      createAccount(viewerOf(context), {
        ...input,
        practitionerId: input.practitionerId?.id ?? null,
        grant: grantWords(input.grant),
      }),
  }),
  createPractitionerAccounts: t.field({
    type: NewPasswords,
    description: '为执业人员批量开通账号',
    authScopes: { may: 'account:write' },
    errors: {},
    args: { input: t.arg({ type: CreatePractitionerAccountsInput, required: true }) },
    resolve: async (_root, { input }, context) => ({
      made: await createPractitionerAccounts(
        viewerOf(context),
        input.practitionerIds.map(({ id }) => id),
      ),
    }),
  }),
  resetPassword: t.field({
    type: NewPasswordRef,
    description: '重置密码，并使其全部登录下线',
    authScopes: { may: 'account:write' },
    errors: {},
    args: { input: t.arg({ type: ResetPasswordInput, required: true }) },
    resolve: (_root, { input }, context) => resetPassword(viewerOf(context), { accountId: input.accountId.id }),
  }),
  updateAccount: t.prismaField({
    type: AccountRef,
    description: '修改登录名、姓名',
    authScopes: { may: 'account:write' },
    errors: {},
    args: { input: t.arg({ type: UpdateAccountInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reread(query, await updateAccount(viewerOf(context), { ...input, accountId: input.accountId.id })),
  }),
  disableAccount: t.prismaField({
    type: AccountRef,
    description: '停用账号，并使其全部登录下线',
    authScopes: { may: 'account:write' },
    errors: {},
    args: { input: t.arg({ type: DisableAccountInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reread(query, await disableAccount(viewerOf(context), { ...input, accountId: input.accountId.id })),
  }),
  enableAccount: t.prismaField({
    type: AccountRef,
    description: '启用账号',
    authScopes: { may: 'account:write' },
    errors: {},
    args: { input: t.arg({ type: EnableAccountInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reread(query, await enableAccount(viewerOf(context), { ...input, accountId: input.accountId.id })),
  }),
  unlockAccount: t.prismaField({
    type: AccountRef,
    description: '解除锁定',
    authScopes: { may: 'account:write' },
    errors: {},
    args: { input: t.arg({ type: UnlockAccountInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reread(query, await unlockAccount(viewerOf(context), { accountId: input.accountId.id })),
  }),
  addGrant: t.prismaField({
    type: AccountRef,
    description: '增加授权',
    authScopes: { may: 'account:write' },
    errors: {},
    args: { input: t.arg({ type: AddGrantInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reread(
        query,
        await addGrant(viewerOf(context), { accountId: input.accountId.id, grant: grantWords(input.grant) }),
      ),
  }),
  changeGrant: t.prismaField({
    type: AccountRef,
    description: '修改授权的范围和期限',
    authScopes: { may: 'account:write' },
    errors: {},
    args: { input: t.arg({ type: ChangeGrantInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reread(
        query,
        await changeGrant(viewerOf(context), { ...input, grantId: input.grantId.id, firmId: input.firmId?.id ?? null }),
      ),
  }),
  endGrant: t.prismaField({
    type: AccountRef,
    description: '终止授权，立即生效',
    authScopes: { may: 'account:write' },
    errors: {},
    args: { input: t.arg({ type: EndGrantInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      reread(query, await endGrant(viewerOf(context), { ...input, grantId: input.grantId.id })),
  }),
}))

/** The account as the database has it after the act. */
function reread<Query extends object>(query: Query, id: string) {
  return db.account.findFirstOrThrow({ ...query, where: { id } })
}
