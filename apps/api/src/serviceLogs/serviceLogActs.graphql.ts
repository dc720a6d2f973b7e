import { act, actsOn } from '../acts/act.ts'
import { once, WhichInput, which } from '../acts/actInputs.ts'
import type { Bare } from '../acts/bare.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { dayOf } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { FileRef } from '../files/file.graphql.ts'
import { VisitRef } from '../visits/visit.graphql.ts'
import { confirmServiceLogs, returnServiceLogs, voidServiceLogs, type Reviewed } from './review.ts'
import { logService, saveServiceLog, submitServiceLog, type LogFields } from './serviceLog.ts'
import { visibleServiceLogs } from './serviceLog.access.ts'
import { RemoteChannelEnum, ServiceLogRef } from './serviceLog.graphql.ts'

const ServiceLogFields = builder.inputType('ServiceLogFields', {
  description: '日志的内容',
  fields: (t) => ({
    pairingId: t.globalID({ required: true, description: '结对' }),
    visitId: t.globalID({ for: [VisitRef], description: '所属的一次驻点' }),
    typeCode: t.string({ required: true, description: '服务类型，字典 SERVICE_TYPE' }),
    topicCode: t.string({ required: true, description: '事项类别，字典 TOPIC' }),
    occurredOn: t.field({ type: 'Date', required: true, description: '服务日期' }),
    persons: t.int({ description: '人次' }),
    items: t.int({ description: '件' }),
    sessions: t.int({ description: '场' }),
    copies: t.int({ description: '份' }),
    content: t.string({ description: '服务内容' }),
    outcome: t.string({ description: '办理结果' }),
    remote: t.field({ type: RemoteChannelEnum, description: '非现场的方式；空为现场' }),
    lateReason: t.string({ description: '逾期补录的原因' }),
    photoIds: t.globalIDList({ for: [FileRef], description: '照片，按顺序；不给则照旧' }),
  }),
})
const LogVisitInput = builder.inputType('LogVisitInput', {
  description: '同时记下这次驻点（手工补记，须社区确认）',
  fields: (t) => ({
    startTime: t.string({ description: '实际到达，HH:mm' }),
    endTime: t.string({ description: '实际离开，HH:mm' }),
  }),
})
const ServiceLogsReasonInput = builder.inputType('ServiceLogsReasonInput', {
  fields: (t) => ({
    ids: t.globalIDList({ for: [ServiceLogRef], required: true, description: '最多 200 篇' }),
    reason: t.string({ required: true, description: '理由' }),
  }),
})

const SkippedLog = builder.objectRef<{ id: string; message: string }>('SkippedServiceLog').implement({
  description: '没有办成的一篇及其原因',
  fields: (t) => ({
    logId: t.globalID({ resolve: ({ id }) => ({ type: 'ServiceLog', id }) }),
    message: t.exposeString('message'),
  }),
})
const ReviewedLogs = builder.objectRef<Reviewed>('ReviewedServiceLogs').implement({
  description: '一批日志办理的结果',
  fields: (t) => ({
    logs: t.prismaField({
      type: [ServiceLogRef],
      description: '办成的',
      resolve: (query, { done }, _args, context) =>
        db.serviceLog.findMany({
          ...query,
          where: { id: { in: [...done] }, AND: visibleServiceLogs(viewerOf(context)) },
        }),
    }),
    skipped: t.field({ type: [SkippedLog], description: '没有办成的', resolve: ({ skipped }) => [...skipped] }),
  }),
})

function fieldsOf({ occurredOn, photoIds, ...log }: Bare<typeof ServiceLogFields.$inferInput>): LogFields {
  return { ...log, occurredOn: dayOf(occurredOn), photoIds: photoIds?.flatMap((id) => id ?? []) }
}

const actOnLog = actsOn(ServiceLogRef, (query, id, viewer) =>
  db.serviceLog.findFirstOrThrow({ ...query, where: { id, AND: visibleServiceLogs(viewer) } }),
)

actOnLog('logService', {
  description: '记一次服务：日志连同驻点一次办成',
  may: 'serviceLog:write',
  input: (t) => ({
    ...once(t),
    log: t.field({ type: ServiceLogFields, required: true }),
    visit: t.field({ type: LogVisitInput, description: '给出则同时补记或完成这次驻点' }),
    submit: t.boolean({ defaultValue: true, description: '提交；否则存为草稿' }),
  }),
  run: (viewer, { idempotencyKey, log, visit, submit }) => {
    const words = { visit: visit ? { ...visit, complete: true } : null, submit: submit ?? true }
    return logService(viewer, { idempotencyKey, log: fieldsOf(log), ...words })
  },
})

actOnLog('saveServiceLog', {
  description: '修改草稿或被退回的日志',
  may: 'serviceLog:write',
  input: (t) => ({
    ...which(t, ServiceLogRef),
    log: t.field({ type: ServiceLogFields, required: true }),
    submit: t.boolean({ defaultValue: false, description: '保存并提交' }),
  }),
  run: (viewer, { log, submit, ...ref }) => saveServiceLog(viewer, ref, fieldsOf(log), submit ?? false),
})

actOnLog('submitServiceLog', {
  description: '提交日志',
  may: 'serviceLog:write',
  input: WhichInput,
  run: submitServiceLog,
})

act('confirmServiceLogs', {
  type: ReviewedLogs,
  description: '确认日志；单独一篇时可记社区的评分',
  may: 'serviceLog:review',
  input: (t) => ({
    ids: t.globalIDList({ for: [ServiceLogRef], required: true, description: '最多 200 篇' }),
    confirmedByName: t.string({ description: '社区确认人；代社区确认时填' }),
    rating: t.int({ description: '社区评分 1–5，须有确认人' }),
  }),
  run: (viewer, { ids, confirmedByName, rating }) => confirmServiceLogs(viewer, ids, { name: confirmedByName, rating }),
})

act('returnServiceLogs', {
  type: ReviewedLogs,
  description: '退回日志',
  may: 'serviceLog:review',
  input: ServiceLogsReasonInput,
  run: (viewer, { ids, reason }) => returnServiceLogs(viewer, ids, reason),
})

act('voidServiceLogs', {
  type: ReviewedLogs,
  description: '作废日志',
  may: 'serviceLog:void',
  input: ServiceLogsReasonInput,
  run: (viewer, { ids, reason }) => voidServiceLogs(viewer, ids, reason),
})
