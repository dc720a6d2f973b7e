import { AuditOperation, type AuditEvent, type Prisma } from '@sitai/db/client'
import type { GraphQLSchema } from 'graphql'
import { RoleEnum } from '../accounts/grant.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf, type Context } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { isUuid } from '../graphql/ids.ts'
import type { Viewer } from '../access/viewer.ts'
import { recordLabels } from '../records/records.ts'
import { actLabel, actLabels } from './acts.ts'
import { isConcealed, visibleAuditEvents } from './audit.access.ts'
import { changesOf, recordOf, speakerIn, type FieldChange, type Speaker } from './changes.ts'
import { historyId } from './ids.ts'

const FieldChangeRef = builder.objectRef<FieldChange>('FieldChange').implement({
  description: '一个字段的变化',
  fields: (t) => ({
    field: t.exposeString('field'),
    label: t.exposeString('label', { description: '字段名，中文' }),
    before: t.exposeString('before', { nullable: true, description: '变化前；空为没有' }),
    after: t.exposeString('after', { nullable: true, description: '变化后；空为没有' }),
  }),
})

const AuditOperationEnum = builder.enumType(AuditOperation, { name: 'AuditOperation', description: '操作' })
const speakers = new WeakMap<Context, Speaker>()

/** One speaker for a request, so that the lines of a page share what they read. */
function speakerOf(context: Context): Speaker {
  const speaker = speakers.get(context) ?? speakerIn(viewerOf(context).divisionCode)
  speakers.set(context, speaker)
  return speaker
}

export const AuditEventRef = builder.prismaObject('AuditEvent', {
  description: '操作日志的一行',
  fields: (t) => ({
    key: t.string({ description: '行号', resolve: ({ id }) => String(id) }),
    at: t.expose('at', { type: 'DateTime' }),
    actorName: t.exposeString('actorName', { description: '谁' }),
    role: t.expose('role', { type: RoleEnum, nullable: true, description: '以什么角色；系统办的为空' }),
    act: t.exposeString('act', { description: '办的事的代码' }),
    actLabel: t.string({
      description: '办的事',
      resolve: ({ act }, _args, _context, { schema }) => actLabel(schema, act),
    }),
    operation: t.expose('operation', { type: AuditOperationEnum }),
    entity: t.exposeString('entity', { description: '记录类别的代码' }),
    entityId: t.exposeString('entityId', { description: '记录编号' }),
    record: t.string({
      description: '哪条记录，如“机构 某某律师事务所”',
      resolve: (event, _args, context) =>
        isConcealed(viewerOf(context), event.entity)
          ? (recordLabels[event.entity] ?? event.entity)
          : recordOf(event, speakerOf(context)),
    }),
    isConcealed: t.boolean({
      description: '内容是业务数据，系统管理员看不到',
      resolve: ({ entity }, _args, context) => isConcealed(viewerOf(context), entity),
    }),
    changes: t.field({
      type: [FieldChangeRef],
      description: '字段的变化',
      resolve: (event, _args, context) => changesFor(event, context),
    }),
    reason: t.string({
      nullable: true,
      description: '理由',
      resolve: (event, _args, context) => (isConcealed(viewerOf(context), event.entity) ? null : event.reason),
    }),
    requestId: t.exposeString('requestId', { description: '请求编号' }),
    ip: t.exposeString('ip', { nullable: true, description: '网络地址' }),
  }),
})

async function changesFor(event: AuditEvent, context: Context): Promise<FieldChange[]> {
  return isConcealed(viewerOf(context), event.entity) ? [] : changesOf(event, speakerOf(context))
}

const AuditFilter = builder.inputType('AuditFilter', {
  description: '操作日志的筛选条件',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: '此时起' }),
    to: t.field({ type: 'DateTime', description: '此时前' }),
    actor: t.string({ description: '操作人姓名，从头起' }),
    accountId: t.globalID({ description: '操作人的账号' }),
    act: t.string({ description: '办的事的代码' }),
    entity: t.string({ description: '记录类别的代码' }),
    entityId: t.string({ description: '记录编号' }),
    operation: t.field({ type: AuditOperationEnum }),
    requestId: t.string({ description: '请求编号' }),
  }),
})

/** The lines a filter selects: the screen and its export read the same. */
export function listedAuditEvents(
  viewer: Viewer,
  filter: typeof AuditFilter.$inferInput | null | undefined,
): Prisma.AuditEventWhereInput {
  const { from, to, actor, accountId, act, entity, entityId, operation, requestId } = filter ?? {}
  return {
    AND: [
      visibleAuditEvents(viewer),
      from ? { at: { gte: from } } : {},
      to ? { at: { lt: to } } : {},
      actor ? { actorName: { startsWith: actor } } : {},
      accountId ? { accountId: isUuid(accountId.id) ? accountId.id : null } : {},
      act ? { act } : {},
      entity ? { entity } : {},
      entityId ? { entityId: historyId(entityId) } : {},
      operation ? { operation } : {},
      requestId ? { requestId } : {},
    ],
  }
}

const Choice = builder.objectRef<{ code: string; label: string }>('AuditChoice').implement({
  description: '筛选的一个选项',
  fields: (t) => ({ code: t.exposeString('code'), label: t.exposeString('label') }),
})
const AuditChoices = builder.objectRef<{ readonly schema: GraphQLSchema }>('AuditChoices').implement({
  description: '操作日志筛选的选项',
  fields: (t) => ({
    acts: t.field({ type: [Choice], resolve: ({ schema }) => actLabels(schema) }),
    records: t.field({
      type: [Choice],
      resolve: () => Object.entries(recordLabels).map(([code, label]) => ({ code, label })),
    }),
  }),
})

builder.queryFields((t) => ({
  auditEvents: t.prismaConnection({
    type: AuditEventRef,
    cursor: 'id',
    description: '操作日志，新的在前；很长，所以按游标翻页',
    authScopes: { may: 'audit:read' },
    args: { filter: t.arg({ type: AuditFilter }) },
    resolve: (query, _root, { filter }, context) =>
      db.auditEvent.findMany({
        ...query,
        where: listedAuditEvents(viewerOf(context), filter),
        orderBy: { id: 'desc' },
      }),
  }),
  auditChoices: t.field({
    type: AuditChoices,
    description: '操作日志筛选的选项',
    authScopes: { may: 'audit:read' },
    resolve: (_root, _args, _context, { schema }) => ({ schema }),
  }),
}))
