import { act } from '../acts/act.ts'
import { once } from '../acts/actInputs.ts'
import { type Bare, bare } from '../acts/bare.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { midnightUtc } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { globalId } from '../graphql/ids.ts'
import { FirmRef } from '../firms/firm.graphql.ts'
import { type MonthWish, type PlannedLine, planVisits, visitPlan } from './planMonth.ts'
import { visibleVisits } from './visit.access.ts'
import { VisitRef } from './visit.graphql.ts'

const PlanMonthInput = builder.inputType('PlanMonthInput', {
  description: '一个月的驻点怎么排',
  fields: (t) => ({
    month: t.string({ required: true, description: '月份，YYYY-MM' }),
    firmId: t.globalID({ for: [FirmRef], description: '只排这家机构的' }),
    practitionerId: t.globalID({ description: '只排这名顾问的' }),
    weekday: t.int({ description: '尽量排在周几（1–7）' }),
    startTime: t.string({ required: true, description: '开始时间，HH:mm（北京时间）' }),
    endTime: t.string({ required: true, description: '结束时间，HH:mm' }),
  }),
})
const VisitPlanLine = builder.objectRef<PlannedLine>('VisitPlanLine').implement({
  description: '排出来的一次驻点，或排不出的原因',
  fields: (t) => ({
    pairingId: t.id({ resolve: ({ pairingId }) => globalId('Pairing', pairingId) }),
    communityName: t.exposeString('communityName'),
    practitionerName: t.exposeString('practitionerName'),
    plannedOn: t.field({
      type: 'Date',
      nullable: true,
      resolve: ({ plannedOn }) => (plannedOn ? midnightUtc(plannedOn) : null),
    }),
    skipped: t.exposeString('skipped', { nullable: true, description: '没有排上的原因' }),
  }),
})
const PlannedVisits = builder.objectRef<{ batch: string }>('PlannedVisits').implement({
  description: '一次排好的驻点',
  fields: (t) => ({
    count: t.int({ description: '排了几次', resolve: ({ batch }) => batch.split(' ').length }),
    visits: t.prismaField({
      type: [VisitRef],
      resolve: (query, { batch }, _args, context) =>
        db.visit.findMany({
          ...query,
          where: { id: { in: batch.split(' ') }, AND: visibleVisits(viewerOf(context)) },
          orderBy: { startsAt: 'asc' },
        }),
    }),
  }),
})

function wishOf({ firmId, practitionerId, weekday, ...rest }: Bare<typeof PlanMonthInput.$inferInput>): MonthWish {
  return {
    ...rest,
    firmId: firmId ?? undefined,
    practitionerId: practitionerId ?? undefined,
    weekday: weekday ?? undefined,
  }
}

act('planVisits', {
  type: PlannedVisits,
  description: '一次排好一个月的驻点',
  may: 'visit:write',
  input: (t) => ({ ...once(t), wish: t.field({ type: PlanMonthInput, required: true }) }),
  run: (viewer, { wish, idempotencyKey }) => planVisits(viewer, wishOf(wish), idempotencyKey),
})

builder.queryFields((t) => ({
  visitPlan: t.field({
    type: [VisitPlanLine],
    description: '预览：一个月的驻点会排成什么样；不写入',
    authScopes: { may: 'visit:write' },
    args: { wish: t.arg({ type: PlanMonthInput, required: true }) },
    errors: { dataField: { name: 'lines' }, directResult: false },
    resolve: (_root, { wish }, context) => visitPlan(viewerOf(context), wishOf(bare(wish))),
  }),
}))
