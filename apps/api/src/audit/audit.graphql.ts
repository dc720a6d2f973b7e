import { AuditOperation, type AuditEvent } from '@sitai/db/client'
import type { GraphQLSchema } from 'graphql'
import { RoleEnum } from '../accounts/grant.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf, type Context } from '../graphql/context.ts'
import { recordLabels } from '../records/records.ts'
import { actLabel, actLabels } from './acts.ts'
import { isConcealed } from './audit.access.ts'
import { changesOf, recordOf, speakerIn, type FieldChange, type Speaker } from './changes.ts'

const FieldChangeRef = builder.objectRef<FieldChange>('FieldChange').implement({
  description: '一个字段的变化',
  fields: (t) => ({
    field: t.exposeString('field'),
    label: t.exposeString('label', { description: '字段名，中文' }),
    before: t.exposeString('before', { nullable: true, description: '变化前；空为没有' }),
    after: t.exposeString('after', { nullable: true, description: '变化后；空为没有' }),
  }),
})

export const AuditOperationEnum = builder.enumType(AuditOperation, { name: 'AuditOperation', description: '操作' })
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

builder.queryField('auditChoices', (t) =>
  t.field({
    type: AuditChoices,
    description: '操作日志筛选的选项',
    authScopes: { may: 'audit:read' },
    resolve: (_root, _args, _context, { schema }) => ({ schema }),
  }),
)
