import { builder } from '../graphql/builder.ts'
import { viewerOf, type Context } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { dayOf } from '../time/dates.ts'
import { checkInCode, checkInVisit, checkOutVisit, completeVisit } from './attendance.ts'
import { cancelVisit, makeUpVisit, planVisit, rescheduleVisit, reviewVisit } from './visit.ts'
import { VisitRef } from './visit.graphql.ts'
import { visibleVisits } from './visit.access.ts'
import { within } from '../access/place.ts'

/** The visit after an act on it. */
function visitAfter(query: object, context: Context, id: string) {
  return db.visit.findFirstOrThrow({ ...query, where: { id, AND: visibleVisits(viewerOf(context)) } })
}

function which(input: { id: { id: string }; expectedVersion: number }) {
  return { id: input.id.id, expectedVersion: input.expectedVersion }
}

const times = {
  plannedOn: '驻点日期',
  startTime: '开始时间，HH:mm（北京时间）',
  endTime: '结束时间，HH:mm',
}

const PlanVisitInput = builder.inputType('PlanVisitInput', {
  fields: (t) => ({
    idempotencyKey: t.string({ required: true, description: '请求编号，重发不重办' }),
    pairingId: t.globalID({ required: true, description: '结对' }),
    plannedOn: t.field({ type: 'Date', required: true, description: times.plannedOn }),
    startTime: t.string({ required: true, description: times.startTime }),
    endTime: t.string({ required: true, description: times.endTime }),
    reason: t.string({ description: '说明' }),
  }),
})
const RescheduleVisitInput = builder.inputType('RescheduleVisitInput', {
  fields: (t) => ({
    id: t.globalID({ for: VisitRef, required: true }),
    expectedVersion: t.int({ required: true }),
    plannedOn: t.field({ type: 'Date', required: true, description: times.plannedOn }),
    startTime: t.string({ required: true, description: times.startTime }),
    endTime: t.string({ required: true, description: times.endTime }),
    reason: t.string({ required: true, description: '改期的原因' }),
  }),
})
const MakeUpVisitInput = builder.inputType('MakeUpVisitInput', {
  fields: (t) => ({
    idempotencyKey: t.string({ required: true, description: '请求编号，重发不重办' }),
    missedId: t.globalID({ for: VisitRef, required: true, description: '未到的一次' }),
    plannedOn: t.field({ type: 'Date', required: true, description: times.plannedOn }),
    startTime: t.string({ required: true, description: times.startTime }),
    endTime: t.string({ required: true, description: times.endTime }),
  }),
})
const VisitReasonInput = builder.inputType('VisitReasonInput', {
  fields: (t) => ({
    id: t.globalID({ for: VisitRef, required: true }),
    expectedVersion: t.int({ required: true }),
    reason: t.string({ required: true, description: '理由' }),
  }),
})
const ConfirmVisitInput = builder.inputType('ConfirmVisitInput', {
  fields: (t) => ({ id: t.globalID({ for: VisitRef, required: true }), expectedVersion: t.int({ required: true }) }),
})
const CheckInVisitInput = builder.inputType('CheckInVisitInput', {
  fields: (t) => ({
    id: t.globalID({ for: VisitRef, required: true }),
    lat: t.float({ description: '手机定位的纬度；没有定位则留空' }),
    lng: t.float({ description: '手机定位的经度' }),
    code: t.string({ description: '社区签到码里的记号；扫码签到时给' }),
  }),
})
const CheckOutVisitInput = builder.inputType('CheckOutVisitInput', {
  fields: (t) => ({ id: t.globalID({ for: VisitRef, required: true }) }),
})
const CompleteVisitInput = builder.inputType('CompleteVisitInput', {
  fields: (t) => ({
    id: t.globalID({ for: VisitRef, required: true }),
    expectedVersion: t.int({ required: true }),
    startTime: t.string({ description: '实际到达，HH:mm；记不清则留空，不计时长' }),
    endTime: t.string({ description: '实际离开，HH:mm' }),
  }),
})
const write = { authScopes: { may: 'visit:write' }, errors: {} } as const
const review = { authScopes: { may: 'visit:review' }, errors: {} } as const

builder.mutationFields((t) => ({
  planVisit: t.prismaField({
    ...write,
    type: VisitRef,
    description: '安排一次驻点',
    args: { input: t.arg({ type: PlanVisitInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      visitAfter(
        query,
        context,
        await planVisit(viewerOf(context), {
          ...input,
          pairingId: input.pairingId.id,
          plannedOn: dayOf(input.plannedOn),
        }),
      ),
  }),
  rescheduleVisit: t.prismaField({
    ...write,
    type: VisitRef,
    description: '改期：答复改期后的一次',
    args: { input: t.arg({ type: RescheduleVisitInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      visitAfter(
        query,
        context,
        await rescheduleVisit(viewerOf(context), which(input), { ...input, plannedOn: dayOf(input.plannedOn) }),
      ),
  }),
  cancelVisit: t.prismaField({
    ...write,
    type: VisitRef,
    description: '取消一次驻点',
    args: { input: t.arg({ type: VisitReasonInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      visitAfter(query, context, await cancelVisit(viewerOf(context), which(input), input.reason)),
  }),
  makeUpVisit: t.prismaField({
    ...write,
    type: VisitRef,
    description: '为未到的一次安排补到',
    args: { input: t.arg({ type: MakeUpVisitInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      visitAfter(
        query,
        context,
        await makeUpVisit(viewerOf(context), {
          ...input,
          missedId: input.missedId.id,
          plannedOn: dayOf(input.plannedOn),
        }),
      ),
  }),
  checkInVisit: t.prismaField({
    ...write,
    type: VisitRef,
    description: '签到',
    args: { input: t.arg({ type: CheckInVisitInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      visitAfter(query, context, await checkInVisit(viewerOf(context), input.id.id, input)),
  }),
  checkOutVisit: t.prismaField({
    ...write,
    type: VisitRef,
    description: '签退',
    args: { input: t.arg({ type: CheckOutVisitInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      visitAfter(query, context, await checkOutVisit(viewerOf(context), input.id.id)),
  }),
  completeVisit: t.prismaField({
    ...write,
    type: VisitRef,
    description: '事后手工补记一次驻点，须社区确认',
    args: { input: t.arg({ type: CompleteVisitInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      visitAfter(query, context, await completeVisit(viewerOf(context), which(input), input)),
  }),
  confirmVisit: t.prismaField({
    ...review,
    type: VisitRef,
    description: '代社区确认',
    args: { input: t.arg({ type: ConfirmVisitInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      visitAfter(query, context, await reviewVisit(viewerOf(context), which(input), 'CONFIRMED')),
  }),
  disputeVisit: t.prismaField({
    ...review,
    type: VisitRef,
    description: '代社区提出异议',
    args: { input: t.arg({ type: VisitReasonInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      visitAfter(query, context, await reviewVisit(viewerOf(context), which(input), 'DISPUTED', input.reason)),
  }),
  voidVisit: t.prismaField({
    ...review,
    type: VisitRef,
    description: '作废',
    args: { input: t.arg({ type: VisitReasonInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      visitAfter(query, context, await reviewVisit(viewerOf(context), which(input), 'VOID', input.reason)),
  }),
}))

builder.queryFields((t) => ({
  checkInCode: t.string({
    nullable: true,
    description: '社区签到码里的记号，印在社区的二维码上',
    authScopes: { may: 'visit:review' },
    args: { communityCode: t.arg.string({ required: true }) },
    resolve: async (_root, { communityCode }, context) => {
      const where = { code: communityCode, AND: { code: within(viewerOf(context).divisionCode) } }
      const community = await db.community.findFirst({ where, select: { code: true } })
      return community && checkInCode(community.code)
    },
  }),
}))
