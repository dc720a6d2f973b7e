import { act } from '../acts/act.ts'
import { passwordHint } from '@sitai/rules/password'
import { GrantRef } from '../accounts/grant.graphql.ts'
import { AccountRef } from '../accounts/account.graphql.ts'
import { actsOf } from '../access/acts.ts'
import { builder } from '../graphql/builder.ts'
import { now } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { changePassword, signIn, signOut, switchGrant } from './session.ts'
import { inForce, viewerOfSession } from './viewer.ts'

const PasswordDueEnum = builder.enumType('PasswordDue', {
  description: '须修改密码的原因',
  values: { INITIAL: { description: '初始密码' }, EXPIRED: { description: '密码已到期' } } as const,
})

export const ViewerRef = builder.objectRef<Viewer>('Viewer').implement({
  description: '登录的人，以及以什么身份办事',
  fields: (t) => ({
    account: t.prismaField({
      type: AccountRef,
      description: '我的账号',
      resolve: (query, viewer) => db.account.findFirstOrThrow({ ...query, where: { id: viewer.accountId } }),
    }),
    passwordDue: t.field({
      type: PasswordDueEnum,
      nullable: true,
      description: '办事之前须先修改密码的原因；空为不须',
      resolve: async (viewer) => {
        if (!viewer.mustChangePassword) return null
        const account = await db.account.findFirstOrThrow({ where: { id: viewer.accountId } })
        return account.mustChangePassword ? ('INITIAL' as const) : ('EXPIRED' as const)
      },
    }),
    passwordHint: t.string({
      description: '密码规则，一句话',
      resolve: async (viewer) => passwordHint(await settingsOf(viewer.divisionCode)),
    }),
    acts: t.stringList({ description: '当前角色可办的事，如 firm:read', resolve: actsOf }),
    practitionerId: t.globalID({
      nullable: true,
      description: '本人是执业人员时',
      resolve: (viewer) => (viewer.practitionerId ? { type: 'Practitioner', id: viewer.practitionerId } : null),
    }),
    firmId: t.globalID({
      nullable: true,
      description: '所管的机构',
      resolve: (viewer) => (viewer.firmId ? { type: 'Firm', id: viewer.firmId } : null),
    }),
    grant: t.prismaField({
      type: 'Grant',
      description: '当前使用的授权',
      resolve: (query, viewer) => db.grant.findFirstOrThrow({ ...query, where: { id: viewer.grantId } }),
    }),
    grants: t.prismaField({
      type: ['Grant'],
      description: '可切换的授权',
      resolve: (query, viewer) =>
        db.grant.findMany({
          ...query,
          where: { accountId: viewer.accountId, ...inForce(now()) },
          orderBy: { createdAt: 'asc' },
        }),
    }),
    bureau: t.prismaField({
      type: 'Bureau',
      nullable: true,
      description: '所属司法局',
      resolve: (query, viewer) =>
        db.bureau.findFirst({
          ...query,
          where: { divisionCode: { in: [2, 4, 6].map((length) => viewer.divisionCode.slice(0, length)) } },
          orderBy: { divisionCode: 'desc' },
        }),
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    nullable: true,
    description: '我是谁；未登录为空',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
)

const SignInInput = builder.inputType('SignInInput', {
  fields: (t) => ({
    userName: t.string({ required: true, description: '登录名' }),
    password: t.string({ required: true, description: '密码' }),
  }),
})

builder.mutationField('signIn', (t) =>
  t.field({
    type: ViewerRef,
    description: '登录',
    errors: {},
    args: { input: t.arg({ type: SignInInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { token, viewer } = await signIn(input, context)
      context.setSession(token)
      return viewer
    },
  }),
)

builder.mutationField('signOut', (t) =>
  t.boolean({
    description: '退出登录',
    resolve: async (_root, _args, context) => {
      if (context.viewer) await signOut(context.viewer, context.userAgent)
      context.setSession(null)
      return true
    },
  }),
)

act('switchGrant', {
  type: ViewerRef,
  description: '切换身份',
  may: 'self',
  input: (t) => ({ grantId: t.globalID({ for: [GrantRef], required: true, description: '切换到的授权' }) }),
  run: async (viewer, { grantId }) => {
    await switchGrant(viewer, grantId)
    return afresh(viewer)
  },
})

act('changePassword', {
  type: ViewerRef,
  description: '修改自己的密码',
  may: 'self',
  input: (t) => ({
    currentPassword: t.string({ required: true, description: '当前密码' }),
    newPassword: t.string({ required: true, description: '新密码' }),
  }),
  run: async (viewer, input) => {
    await changePassword(viewer, input)
    return afresh(viewer)
  },
})

/** The viewer as the database has it after the act. */
async function afresh(before: Viewer): Promise<Viewer> {
  return (await viewerOfSession({ id: before.sessionId }, before)) ?? before
}
