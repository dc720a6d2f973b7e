import { AccountStatus } from '@sitai/db/client'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { now } from '../time/clock.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { accountRecord } from './account.record.ts'
import { presentGrants } from './account.access.ts'
import { accountRefusals } from './account.rules.ts'

/** What the rules of an account look at. */
const withGrantsSelect = { id: true, divisionCode: true, grants: true } as const

export const AccountStatusEnum = builder.enumType(AccountStatus, { name: 'AccountStatus', description: '账号状态' })

export const AccountState = builder.enumType('AccountState', {
  description: '账号的状况，供筛选',
  values: {
    ACTIVE: { description: '启用' },
    DISABLED: { description: '停用' },
    LOCKED: { description: '锁定' },
    INITIAL_PASSWORD: { description: '初始密码未修改' },
    NO_GRANT: { description: '没有有效授权' },
  } as const,
})

export const AccountRef = builder.prismaNode('Account', {
  ...nodeById(accountRecord),
  description: '账号',
  fields: (t) => ({
    userName: t.exposeString('userName', { description: '登录名' }),
    displayName: t.exposeString('displayName', { description: '姓名' }),
    mustChangePassword: t.exposeBoolean('mustChangePassword', { description: '初始密码还没有修改' }),
    status: t.expose('status', { type: AccountStatusEnum }),
    isLocked: t.boolean({
      description: '因连续输错密码而锁定',
      select: { lockedUntil: true },
      resolve: ({ lockedUntil }) => lockedUntil !== null && lockedUntil > now(),
    }),
    lockedUntil: t.expose('lockedUntil', { type: 'DateTime', nullable: true, description: '锁定到何时' }),
    passwordChangedAt: t.expose('passwordChangedAt', { type: 'DateTime', description: '上次设密码的时间' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: '开通时间' }),
    divisionCode: t.exposeString('divisionCode', { description: '由哪个区划管理' }),
    version: t.exposeInt('version'),
    practitionerName: t.string({
      nullable: true,
      description: '关联的执业人员',
      select: { practitioner: { select: { name: true } } },
      resolve: ({ practitioner }) => practitioner?.name,
    }),
    firmName: t.string({
      nullable: true,
      description: '关联执业人员所在的机构',
      select: { practitioner: { select: { firm: { select: { name: true } } } } },
      resolve: ({ practitioner }) => practitioner?.firm?.name,
    }),
    lastSignInAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: '最近一次登录',
      select: { sessions: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 } },
      resolve: ({ sessions }) => sessions[0]?.createdAt,
    }),
    grants: t.relation('grants', {
      description: '授权；已终止的要另外指明',
      args: { includeEnded: t.arg.boolean({ defaultValue: false, description: '连同已终止的' }) },
      query: ({ includeEnded }) => (includeEnded ? { ...presentGrants(), where: {} } : presentGrants()),
    }),
    refusals: t.field({
      ...refusalsField,
      select: withGrantsSelect,
      resolve: (account, _args, context) => refusedActs(viewerOf(context), accountRefusals, account),
    }),
  }),
})
