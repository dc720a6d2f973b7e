import { actsOn } from '../acts/act.ts'
import { type InputFields, once, WhichAndReasonInput, WhichInput, which } from '../acts/actInputs.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { dayOf } from '../time/dates.ts'
import { checkInCode, checkInVisit, checkOutVisit, completeVisit } from './attendance.ts'
import { cancelVisit, makeUpVisit, planVisit, rescheduleVisit, reviewVisit } from './visit.ts'
import { VisitRef } from './visit.graphql.ts'
import { visibleVisits } from './visit.access.ts'
import { within } from '../access/place.ts'

const act = actsOn(VisitRef, (query, id, viewer) =>
  db.visit.findFirstOrThrow({ ...query, where: { id, AND: visibleVisits(viewer) } }),
)

/** When a visit is to be. */
const times = (t: InputFields) => ({
  plannedOn: t.field({ type: 'Date', required: true, description: '驻点日期' }),
  startTime: t.string({ required: true, description: '开始时间，HH:mm（北京时间）' }),
  endTime: t.string({ required: true, description: '结束时间，HH:mm' }),
})

act('planVisit', {
  description: '安排一次驻点',
  may: 'visit:write',
  input: (t) => ({
    ...once(t),
    pairingId: t.globalID({ required: true, description: '结对' }),
    ...times(t),
    reason: t.string({ description: '说明' }),
  }),
  run: (viewer, input) => planVisit(viewer, { ...input, plannedOn: dayOf(input.plannedOn) }),
})

act('rescheduleVisit', {
  description: '改期：答复改期后的一次',
  may: 'visit:write',
  input: (t) => ({
    ...which(t, VisitRef),
    ...times(t),
    reason: t.string({ required: true, description: '改期的原因' }),
  }),
  run: (viewer, input) => rescheduleVisit(viewer, input, { ...input, plannedOn: dayOf(input.plannedOn) }),
})

act('cancelVisit', {
  description: '取消一次驻点',
  may: 'visit:write',
  input: WhichAndReasonInput,
  run: (viewer, input) => cancelVisit(viewer, input, input.reason),
})

act('makeUpVisit', {
  description: '为未到的一次安排补到',
  may: 'visit:write',
  input: (t) => ({
    ...once(t),
    missedId: t.globalID({ for: VisitRef, required: true, description: '未到的一次' }),
    ...times(t),
  }),
  run: (viewer, input) => makeUpVisit(viewer, { ...input, plannedOn: dayOf(input.plannedOn) }),
})

act('checkInVisit', {
  description: '签到',
  may: 'visit:write',
  input: (t) => ({
    id: t.globalID({ for: VisitRef, required: true }),
    lat: t.float({ description: '手机定位的纬度；没有定位则留空' }),
    lng: t.float({ description: '手机定位的经度' }),
    code: t.string({ description: '社区签到码里的记号；扫码签到时给' }),
  }),
  run: (viewer, { id, ...arrival }) => checkInVisit(viewer, id, arrival),
})

act('checkOutVisit', {
  description: '签退',
  may: 'visit:write',
  input: (t) => ({ id: t.globalID({ for: VisitRef, required: true }) }),
  run: (viewer, { id }) => checkOutVisit(viewer, id),
})

act('completeVisit', {
  description: '事后手工补记一次驻点，须社区确认',
  may: 'visit:write',
  input: (t) => ({
    ...which(t, VisitRef),
    startTime: t.string({ description: '实际到达，HH:mm；记不清则留空，不计时长' }),
    endTime: t.string({ description: '实际离开，HH:mm' }),
  }),
  run: (viewer, input) => completeVisit(viewer, input, input),
})

act('confirmVisit', {
  description: '代社区确认',
  may: 'visit:review',
  input: WhichInput,
  run: (viewer, input) => reviewVisit(viewer, input, 'CONFIRMED'),
})

act('disputeVisit', {
  description: '代社区提出异议',
  may: 'visit:review',
  input: WhichAndReasonInput,
  run: (viewer, input) => reviewVisit(viewer, input, 'DISPUTED', input.reason),
})

act('voidVisit', {
  description: '作废',
  may: 'visit:review',
  input: WhichAndReasonInput,
  run: (viewer, input) => reviewVisit(viewer, input, 'VOID', input.reason),
})

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
