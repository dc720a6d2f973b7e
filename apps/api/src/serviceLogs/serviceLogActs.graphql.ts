import { builder } from '../graphql/builder.ts'
import { viewerOf, type Context } from '../graphql/context.ts'
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
const LogServiceInput = builder.inputType('LogServiceInput', {
  fields: (t) => ({
    idempotencyKey: t.string({ required: true, description: '请求编号，重发不重记' }),
    log: t.field({ type: ServiceLogFields, required: true }),
    visit: t.field({ type: LogVisitInput, description: '给出则同时补记或完成这次驻点' }),
    submit: t.boolean({ defaultValue: true, description: '提交；否则存为草稿' }),
  }),
})
const SaveServiceLogInput = builder.inputType('SaveServiceLogInput', {
  fields: (t) => ({
    id: t.globalID({ for: ServiceLogRef, required: true }),
    expectedVersion: t.int({ required: true }),
    log: t.field({ type: ServiceLogFields, required: true }),
    submit: t.boolean({ defaultValue: false, description: '保存并提交' }),
  }),
})
const SubmitServiceLogInput = builder.inputType('SubmitServiceLogInput', {
  fields: (t) => ({
    id: t.globalID({ for: ServiceLogRef, required: true }),
    expectedVersion: t.int({ required: true }),
  }),
})
const ConfirmServiceLogsInput = builder.inputType('ConfirmServiceLogsInput', {
  fields: (t) => ({
    ids: t.globalIDList({ for: [ServiceLogRef], required: true, description: '最多 200 篇' }),
    confirmedByName: t.string({ description: '社区确认人；代社区确认时填' }),
    rating: t.int({ description: '社区评分 1–5，须有确认人' }),
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

function logAfter(query: object, context: Context, id: string) {
  return db.serviceLog.findFirstOrThrow({ ...query, where: { id, AND: visibleServiceLogs(viewerOf(context)) } })
}

function fieldsOf(log: typeof ServiceLogFields.$inferInput): LogFields {
  return {
    ...log,
    pairingId: log.pairingId.id,
    visitId: log.visitId?.id,
    occurredOn: dayOf(log.occurredOn),
    photoIds: log.photoIds?.flatMap((it) => (it ? [it.id] : [])),
  }
}

const idsOf = (ids: readonly { id: string }[]) => [...new Set(ids.map(({ id }) => id))]
const mine = { authScopes: { may: 'serviceLog:write' }, errors: {} } as const
const review = { authScopes: { may: 'serviceLog:review' }, errors: {}, type: ReviewedLogs } as const

builder.mutationFields((t) => ({
  logService: t.prismaField({
    ...mine,
    type: ServiceLogRef,
    description: '记一次服务：日志连同驻点一次办成',
    args: { input: t.arg({ type: LogServiceInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const visit = input.visit ? { ...input.visit, complete: true } : null
      const { idempotencyKey, submit } = input
      return logAfter(
        query,
        context,
        await logService(viewerOf(context), {
          idempotencyKey,
          log: fieldsOf(input.log),
          visit,
          submit: submit ?? true,
        }),
      )
    },
  }),
  saveServiceLog: t.prismaField({
    ...mine,
    type: ServiceLogRef,
    description: '修改草稿或被退回的日志',
    args: { input: t.arg({ type: SaveServiceLogInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const ref = { id: input.id.id, expectedVersion: input.expectedVersion }
      return logAfter(
        query,
        context,
        await saveServiceLog(viewerOf(context), ref, fieldsOf(input.log), input.submit ?? false),
      )
    },
  }),
  submitServiceLog: t.prismaField({
    ...mine,
    type: ServiceLogRef,
    description: '提交日志',
    args: { input: t.arg({ type: SubmitServiceLogInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      logAfter(
        query,
        context,
        await submitServiceLog(viewerOf(context), { id: input.id.id, expectedVersion: input.expectedVersion }),
      ),
  }),
  confirmServiceLogs: t.field({
    ...review,
    description: '确认日志；单独一篇时可记社区的评分',
    args: { input: t.arg({ type: ConfirmServiceLogsInput, required: true }) },
    resolve: (_root, { input }, context) =>
      confirmServiceLogs(viewerOf(context), idsOf(input.ids), { name: input.confirmedByName, rating: input.rating }),
  }),
  returnServiceLogs: t.field({
    ...review,
    description: '退回日志',
    args: { input: t.arg({ type: ServiceLogsReasonInput, required: true }) },
    resolve: (_root, { input }, context) => returnServiceLogs(viewerOf(context), idsOf(input.ids), input.reason),
  }),
  voidServiceLogs: t.field({
    ...review,
    authScopes: { may: 'serviceLog:void' },
    description: '作废日志',
    args: { input: t.arg({ type: ServiceLogsReasonInput, required: true }) },
    resolve: (_root, { input }, context) => voidServiceLogs(viewerOf(context), idsOf(input.ids), input.reason),
  }),
}))
