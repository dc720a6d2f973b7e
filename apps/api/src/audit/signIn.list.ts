import { SignInOutcome, type Prisma } from '@sitai/db/client'
import { signInOutcomes } from '@sitai/rules/account'
import { labelOf } from '@sitai/rules/dictionaries'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { deviceOf, placeOf } from '../session/device.ts'
import { filterInput } from '../lists/filter.ts'
import { literal, withOwnCursor } from '../lists/listQuery.ts'
import { addSheet, headingOf, inBatches } from '../lists/sheet.ts'
import { instantWords } from '../time/dates.ts'
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

const filter = filterInput<Prisma.SignInEventWhereInput>('SignInFilter', '登录日志的筛选条件', (t, by) => ({
  from: by(t.field({ type: 'DateTime', description: '此时起' }), {
    label: '自',
    where: (from) => ({ at: { gte: from } }),
    word: instantWords,
  }),
  to: by(t.field({ type: 'DateTime', description: '此时前' }), {
    label: '至',
    where: (to) => ({ at: { lt: to } }),
    word: instantWords,
  }),
  userName: by(t.string({ description: '登录名，从头起' }), {
    label: '登录名',
    where: (userName) => ({ userName: { startsWith: literal(userName) } }),
  }),
  outcome: by(t.field({ type: SignInOutcomeEnum }), {
    label: '结果',
    where: (outcome) => ({ outcome }),
    word: (outcome) => labelOf(signInOutcomes, outcome),
  }),
  ip: by(t.string({ description: '网络地址，从头起' }), {
    label: '网络地址',
    where: (ip) => ({ ip: { startsWith: literal(ip) } }),
  }),
}))

/** The lines a filter selects: the screen and its sheet read the same. */
async function listed(viewer: Viewer, narrowed: unknown): Promise<Prisma.SignInEventWhereInput> {
  return { AND: [visibleSignIns(viewer), ...(await filter.where(narrowed, viewer))] }
}

builder.queryField('signInEvents', (t) =>
  t.prismaConnection({
    type: SignInEventRef,
    cursor: 'id',
    description: '登录日志，新的在前',
    authScopes: { may: 'audit:read' },
    args: { filter: t.arg({ type: filter.type }) },
    resolve: async (query, _root, args, context) =>
      db.signInEvent.findMany({
        ...withOwnCursor(query, 'string'),
        where: await listed(viewerOf(context), args.filter),
        orderBy: { id: 'desc' },
      }),
  }),
)

addSheet({
  list: 'signInEvents',
  title: '登录日志',
  act: 'audit:read',
  entity: 'sign_in_log',
  read: async (asked, take, asker) => {
    const found = await db.signInEvent.findMany({
      where: await listed(asker.viewer, asked.filter),
      orderBy: { id: 'desc' },
      take,
      select: { id: true },
    })
    const ids = found.map(({ id }) => id)
    return {
      words: headingOf(null, await filter.words(asked.filter, asker)),
      total: ids.length,
      rows: inBatches(
        ids,
        (some) => db.signInEvent.findMany({ where: { id: { in: some } } }),
        ({ id }) => id,
      ),
    }
  },
  columns: {
    at: { header: '时间', width: 18, value: ({ at }) => instantWords(at) },
    userName: { header: '输入的登录名', width: 24, value: ({ userName }) => userName },
    outcome: { header: '结果', width: 16, value: ({ outcome }) => labelOf(signInOutcomes, outcome) },
    device: { header: '设备', width: 26, value: ({ userAgent }) => deviceOf(userAgent) },
    place: { header: '地点', width: 26, value: ({ ip }) => placeOf(ip) },
  },
})
