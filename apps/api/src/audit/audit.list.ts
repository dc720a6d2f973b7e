import type { Prisma } from '@sitai/db/client'
import { auditOperations, roles } from '@sitai/rules/account'
import { labelOf } from '@sitai/rules/dictionaries'
import type { Viewer } from '../access/viewer.ts'
import { db } from '../data/db.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { isUuid } from '../graphql/ids.ts'
import { type Asker, filterInput } from '../lists/filter.ts'
import { literal, withOwnCursor } from '../lists/listQuery.ts'
import { addSheet, headingOf, inBatches } from '../lists/sheet.ts'
import { nameIn } from '../lists/words.ts'
import { accountRecord } from '../accounts/account.record.ts'
import { instantWords } from '../time/dates.ts'
import { actLabel } from './acts.ts'
import { isConcealed, visibleAuditEvents } from './audit.access.ts'
import { AuditEventRef, AuditOperationEnum } from './audit.graphql.ts'
import { recordOf, speakerIn } from './changes.ts'
import { historyId } from './ids.ts'
import { recordLabels } from '../records/records.ts'

const filter = filterInput<Prisma.AuditEventWhereInput>('AuditFilter', '操作日志的筛选条件', (t, by) => ({
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
  actor: by(t.string({ description: '操作人姓名，从头起' }), {
    label: '操作人',
    where: (actor) => ({ actorName: { startsWith: literal(actor) } }),
  }),
  accountId: by(t.globalID({ description: '操作人的账号' }), {
    label: '操作人',
    where: ({ id }) => ({ accountId: isUuid(id) ? id : null }),
    word: nameIn(accountRecord),
  }),
  act: by(t.string({ description: '办的事的代码' }), {
    label: '办的事',
    where: (act) => ({ act }),
    word: (act, { schema }) => actLabel(schema, act),
  }),
  entity: by(t.string({ description: '记录类别的代码' }), {
    label: '记录',
    where: (entity) => ({ entity }),
    word: (entity) => recordLabels[entity] ?? entity,
  }),
  entityId: by(t.string({ description: '记录编号' }), {
    where: (entityId) => ({ entityId: historyId(entityId) }),
  }),
  operation: by(t.field({ type: AuditOperationEnum }), {
    label: '操作',
    where: (operation) => ({ operation }),
    word: (operation) => labelOf(auditOperations, operation),
  }),
  requestId: by(t.string({ description: '请求编号' }), { where: (requestId) => ({ requestId }) }),
}))

/** The lines a filter selects: the screen and its sheet read the same. */
async function listed(viewer: Viewer, narrowed: unknown): Promise<Prisma.AuditEventWhereInput> {
  return { AND: [visibleAuditEvents(viewer), ...(await filter.where(narrowed, viewer))] }
}

builder.queryField('auditEvents', (t) =>
  t.prismaConnection({
    type: AuditEventRef,
    cursor: 'id',
    description: '操作日志，新的在前；很长，所以按游标翻页',
    authScopes: { may: 'audit:read' },
    args: { filter: t.arg({ type: filter.type }) },
    resolve: async (query, _root, args, context) =>
      db.auditEvent.findMany({
        ...withOwnCursor(query, 'bigint'),
        where: await listed(viewerOf(context), args.filter),
        orderBy: { id: 'desc' },
      }),
  }),
)

addSheet({
  list: 'auditEvents',
  title: '操作日志',
  act: 'audit:read',
  entity: 'operation_log',
  read: async (asked, take, asker) => {
    const found = await db.auditEvent.findMany({
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
        (some) => rowsOf(some, asker),
        ({ id }) => id,
      ),
    }
  },
  columns: {
    at: { header: '时间', width: 18, value: ({ at }) => instantWords(at) },
    actor: { header: '操作人', width: 14, value: ({ actorName }) => actorName },
    role: { header: '身份', width: 22, value: ({ role }) => (role ? labelOf(roles, role) : '系统') },
    act: { header: '办的事', width: 24, value: (event) => event.actLabel },
    operation: { header: '操作', width: 14, value: ({ operation }) => labelOf(auditOperations, operation) },
    record: { header: '记录', width: 40, value: ({ record }) => record },
    reason: { header: '理由', width: 40, value: ({ reason }) => reason },
  },
})

/** What a system admin may not read is not in theirs. */
async function rowsOf(ids: bigint[], { viewer, schema }: Asker) {
  const events = await db.auditEvent.findMany({ where: { id: { in: ids } } })
  const speaker = speakerIn(viewer.divisionCode)
  return Promise.all(
    events.map(async (event) => {
      const concealed = isConcealed(viewer, event.entity)
      return {
        ...event,
        actLabel: actLabel(schema, event.act),
        record: concealed ? (recordLabels[event.entity] ?? event.entity) : await recordOf(event, speaker),
        reason: concealed ? null : event.reason,
      }
    }),
  )
}
