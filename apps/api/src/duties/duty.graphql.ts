import { monthStatusLabels } from '@sitai/rules/commitment'
import { builder } from '../graphql/builder.ts'
import { now } from '../time/clock.ts'
import { viewerOf } from '../graphql/context.ts'
import { FirmRef } from '../firms/firm.graphql.ts'
import { Refusal } from '../acts/refusal.ts'
import { globalId } from '../graphql/ids.ts'
import { dutiesOf, dutySummary, type Duty, type DutyFilter, type DutyPage, type DutySummary } from './duty.ts'

export const DutyStatusEnum = builder.enumType('DutyStatus', {
  description: '当月履职情况（BR-12）',
  values: {
    MET: { description: '已到位' },
    DUE: { description: '待到位' },
    YELLOW: { description: '即将逾期' },
    RED: { description: '未到位' },
    NOT_DUE: { description: '无需到位' },
  },
})

const DutyRef = builder.objectRef<Duty>('Duty').implement({
  description: '一个结对在一个月里的驻点任务',
  fields: (t) => ({
    pairingId: t.id({ description: '结对', resolve: ({ pairingId }) => globalId('Pairing', pairingId) }),
    communityCode: t.exposeString('communityCode'),
    communityName: t.exposeString('communityName'),
    streetName: t.exposeString('streetName'),
    practitionerId: t.id({
      description: '顾问',
      resolve: ({ practitionerId }) => globalId('Practitioner', practitionerId),
    }),
    practitionerName: t.exposeString('practitionerName'),
    firmId: t.globalID({
      nullable: true,
      description: '顾问现在的机构',
      resolve: ({ firmId }) => (firmId ? { type: 'Firm', id: firmId } : null),
    }),
    firmName: t.exposeString('firmName', { nullable: true }),
    isLead: t.boolean({ description: '首席顾问（否则为助理）', resolve: ({ seat }) => seat === 'LEAD' }),
    isPaused: t.exposeBoolean('paused', { description: '今天在暂停中' }),
    status: t.field({ type: DutyStatusEnum, resolve: ({ status }) => status }),
    statusLabel: t.string({ resolve: ({ status }) => monthStatusLabels[status] }),
    required: t.exposeInt('required', { description: '当月应驻点次数' }),
    kept: t.exposeInt('kept', { description: '已到次数' }),
    planned: t.exposeInt('planned', { description: '已安排、还没到日子的次数' }),
    nextStartsAt: t.expose('nextStartsAt', {
      type: 'DateTime',
      nullable: true,
      description: '当月最近一次还没到日子的驻点',
    }),
    lastKeptOn: t.expose('lastKeptOn', { type: 'Date', nullable: true, description: '当月最近到位的一天' }),
    lapsedOn: t.expose('lapsedOn', {
      type: 'Date',
      nullable: true,
      description: '当月最近一次过了日子没有签到的驻点',
    }),
  }),
})

const DutyPageRef = builder.objectRef<DutyPage>('DutyPage').implement({
  description: '任务的一页',
  fields: (t) => ({
    nodes: t.field({ type: [DutyRef], resolve: ({ duties }) => [...duties] }),
    totalCount: t.exposeInt('totalCount'),
    asOf: t.field({ type: 'DateTime', description: '截至', resolve: () => now() }),
  }),
})

const DutySummaryRef = builder.objectRef<DutySummary>('DutySummary').implement({
  description: '一种情况的任务数，与其名单相等',
  fields: (t) => ({
    status: t.field({ type: DutyStatusEnum, resolve: ({ status }) => status }),
    label: t.string({ resolve: ({ status }) => monthStatusLabels[status] }),
    count: t.exposeInt('count'),
  }),
})

const DutyFilterInput = builder.inputType('DutyFilter', {
  description: '任务的筛选条件',
  fields: (t) => ({
    firmId: t.globalID({ for: [FirmRef], description: '顾问现在的机构' }),
    practitionerId: t.globalID({ description: '顾问' }),
    streetCode: t.string(),
    status: t.field({ type: [DutyStatusEnum] }),
    unplanned: t.boolean({ description: '只看既未到位也未安排的' }),
  }),
})

function filterOf(input: typeof DutyFilterInput.$inferInput | null | undefined): DutyFilter {
  return {
    firmId: input?.firmId?.id,
    practitionerId: input?.practitionerId?.id,
    streetCode: input?.streetCode ?? undefined,
    status: input?.status ?? undefined,
    unplanned: input?.unplanned ?? undefined,
  }
}

builder.queryFields((t) => ({
  duties: t.field({
    type: DutyPageRef,
    description: '一个月的驻点任务，逾期的在前；未来的月份尚无到位与否',
    authScopes: { may: 'duty:read' },
    errors: {},
    complexity: ({ first }) => ({ field: 20, multiplier: first ?? 20 }),
    args: {
      month: t.arg.string({ required: true, description: '月份，YYYY-MM' }),
      filter: t.arg({ type: DutyFilterInput }),
      first: t.arg.int({ defaultValue: 20, description: '最多 100' }),
      offset: t.arg.int({ defaultValue: 0 }),
    },
    resolve: (_root, { month, filter, first, offset }, context) => {
      const page = { first: first ?? 20, offset: offset ?? 0 }
      if (page.first < 1 || page.first > 100 || page.offset < 0)
        throw new Refusal('INVALID', '每页 1 至 100 条。', ['first'])
      return dutiesOf(viewerOf(context), month, filterOf(filter), page)
    },
  }),
  dutySummary: t.field({
    type: [DutySummaryRef],
    description: '一个月的任务各种情况有多少',
    authScopes: { may: 'duty:read' },
    args: {
      month: t.arg.string({ required: true, description: '月份，YYYY-MM' }),
      filter: t.arg({ type: DutyFilterInput }),
    },
    errors: { directResult: false, dataField: { name: 'counts' } },
    resolve: (_root, { month, filter }, context) => dutySummary(viewerOf(context), month, filterOf(filter)),
  }),
}))
