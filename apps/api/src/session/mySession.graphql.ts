import { act } from '../acts/act.ts'
import { AccountRef } from '../accounts/account.graphql.ts'
import { withGrants } from '../accounts/account.rules.ts'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { db } from '../data/db.ts'
import { paged, searchWords } from '../lists/listQuery.ts'
import { sessionRecord } from './session.record.ts'
import { deviceOf, placeOf } from './device.ts'
import { endOtherSessions, endSession, liveSessions, sessionRefusals, visibleSessions } from './sessions.ts'

export const SessionRef = builder.prismaNode('Session', {
  ...nodeById(sessionRecord),
  description: '一处登录',
  fields: (t) => ({
    account: t.relation('account', { description: '谁' }),
    grant: t.relation('grant', { nullable: true, description: '使用的授权' }),
    device: t.string({
      description: '设备，如“Windows 电脑 · Edge”',
      select: { userAgent: true },
      resolve: (it) => deviceOf(it.userAgent),
    }),
    place: t.string({
      description: '地点：本机、内网或外网的地址',
      select: { ip: true },
      resolve: (it) => placeOf(it.ip),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: '登录时间' }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime', description: '最近操作时间，精确到分钟' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: '最迟到期时间' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: '下线时间' }),
    isCurrent: t.boolean({
      description: '就是现在这一处',
      select: { id: true },
      resolve: (it, _args, context) => it.id === viewerOf(context).sessionId,
    }),
    refusals: t.field({
      ...refusalsField,
      select: { accountId: true, account: { include: withGrants } },
      resolve: (it, _args, context) => refusedActs(viewerOf(context), sessionRefusals, it),
    }),
  }),
})

builder.queryFields((t) => ({
  mySessions: t.prismaField({
    type: [SessionRef],
    description: '我的登录设备，最近用过的在前',
    authScopes: { may: 'self' },
    resolve: async (query, _root, _args, context) =>
      db.session.findMany({
        ...query,
        where: { AND: [await liveSessions(viewerOf(context)), { accountId: viewerOf(context).accountId }] },
        orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
      }),
  }),
  liveSessions: t.prismaConnection({
    type: SessionRef,
    cursor: 'id',
    description: '在线用户，最近操作的在前',
    authScopes: { may: 'account:read' },
    args: {
      search: t.arg.string({ description: '姓名、拼音首字母、登录名' }),
      offset: t.arg.int({ description: '跳过的条数' }),
    },
    totalCount: async (_root, args, context) => db.session.count({ where: await listed(context, args.search) }),
    resolve: async (query, _root, args, context) =>
      db.session.findMany({
        ...paged(query, args.offset),
        where: await listed(context, args.search),
        orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
      }),
  }),
}))

async function listed(context: Parameters<typeof viewerOf>[0], search: string | null | undefined) {
  const viewer = viewerOf(context)
  const found = searchWords(search, (text, plain) => [
    { displayName: { contains: text } },
    { userName: { startsWith: plain } },
    { initials: { startsWith: plain } },
    { pinyin: { startsWith: plain } },
  ])
  return { AND: [await liveSessions(viewer), visibleSessions(viewer), found ? { account: found } : {}] }
}

act('endSession', {
  type: SessionRef,
  description: '使一处登录下线（本人退出其他设备，管理员强退）',
  may: 'self',
  input: (t) => ({ sessionId: t.globalID({ for: [SessionRef], required: true, description: '要下线的登录' }) }),
  run: async (viewer, { sessionId }, query) => {
    const id = await endSession(viewer, sessionId)
    return db.session.findFirstOrThrow({ ...query(), where: { id } })
  },
})

act('endOtherSessions', {
  type: AccountRef,
  description: '使自己其他设备上的登录全部下线',
  may: 'self',
  run: async (viewer, _input, query) => {
    await endOtherSessions(viewer)
    return db.account.findFirstOrThrow({ ...query(), where: { id: viewer.accountId } })
  },
})
