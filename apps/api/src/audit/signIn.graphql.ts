import { SignInOutcome, type Prisma } from '@sitai/db/client'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { deviceOf, placeOf } from '../session/device.ts'
import type { Viewer } from '../access/viewer.ts'
import { visibleSignIns } from './audit.access.ts'

const SignInOutcomeEnum = builder.enumType(SignInOutcome, { name: 'SignInOutcome', description: '登录的结果' })

const SignInEventRef = builder.prismaObject('SignInEvent', {
  description: '登录日志的一行',
  fields: (t) => ({
    key: t.string({ description: '行号', resolve: ({ id }) => id }),
    at: t.expose('at', { type: 'DateTime' }),
    userName: t.exposeString('userName', { description: '输入的登录名' }),
    outcome: t.expose('outcome', { type: SignInOutcomeEnum }),
    device: t.string({ resolve: ({ userAgent }) => deviceOf(userAgent) }),
    place: t.string({ resolve: ({ ip }) => placeOf(ip) }),
  }),
})

const SignInFilter = builder.inputType('SignInFilter', {
  description: '登录日志的筛选条件',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: '此时起' }),
    to: t.field({ type: 'DateTime', description: '此时前' }),
    userName: t.string({ description: '登录名，从头起' }),
    outcome: t.field({ type: SignInOutcomeEnum }),
    ip: t.string({ description: '网络地址，从头起' }),
  }),
})

/** The lines a filter selects: the screen and its export read the same. */
export function listedSignIns(
  viewer: Viewer,
  filter: typeof SignInFilter.$inferInput | null | undefined,
): Prisma.SignInEventWhereInput {
  const { from, to, userName, outcome, ip } = filter ?? {}
  return {
    AND: [
      visibleSignIns(viewer),
      from ? { at: { gte: from } } : {},
      to ? { at: { lt: to } } : {},
      userName ? { userName: { startsWith: userName } } : {},
      outcome ? { outcome } : {},
      ip ? { ip: { startsWith: ip } } : {},
    ],
  }
}

builder.queryField('signInEvents', (t) =>
  t.prismaConnection({
    type: SignInEventRef,
    cursor: 'id',
    description: '登录日志，新的在前',
    authScopes: { may: 'audit:read' },
    args: { filter: t.arg({ type: SignInFilter }) },
    resolve: (query, _root, { filter }, context) =>
      db.signInEvent.findMany({ ...query, where: listedSignIns(viewerOf(context), filter), orderBy: { id: 'desc' } }),
  }),
)
