import { resolveOffsetConnection } from '@pothos/plugin-relay'
import type { Figure } from '@sitai/rules/overview'
import { periodLabel } from '@sitai/rules/periods'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { midnightUtc } from '../time/dates.ts'
import { FactRef } from './fact.graphql.ts'
import { factsOfFigure, totalOf } from './facts.ts'
import { averageOf, tallyOf, type Average, type Numbers } from './numbers.ts'
import { FigureEnum, NumbersRef } from './numbers.graphql.ts'
import { openOverview, type Overview } from './overview.ts'
import { streetsOf, type StreetNumbers } from './streets.ts'
import { trendOf, type TrendMonth } from './trend.ts'
import { counted } from '../lists/listQuery.ts'
import type { Span } from '@sitai/rules/overview'

const PeriodRef = builder.objectRef<Span & { numbers: () => Promise<Numbers> }>('OverviewPeriod').implement({
  description: '一个统计期及其数字',
  fields: (t) => ({
    period: t.exposeString('period', { description: '如 2026-11、2026-Q4、2026-H2、2026' }),
    label: t.string({ description: '如 2026年11月', resolve: ({ period }) => periodLabel(period) }),
    from: t.field({ type: 'Date', description: '期初日', resolve: ({ from }) => midnightUtc(from) }),
    until: t.field({ type: 'Date', description: '计到这一天（含）', resolve: ({ until }) => midnightUtc(until) }),
    isPartial: t.exposeBoolean('isRunning', { description: '本期未结束，只计到 until；上期、去年同期也计到同一天' }),
    numbers: t.field({ type: NumbersRef, resolve: ({ numbers }) => numbers() }),
  }),
})

const StreetRef = builder.objectRef<StreetNumbers>('OverviewStreet').implement({
  description: '一个街道的数字',
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    lat: t.exposeFloat('lat', { nullable: true, description: '中心点（演示数据为虚构）' }),
    lng: t.exposeFloat('lng', { nullable: true, description: '中心点（演示数据为虚构）' }),
    now: t.expose('now', { type: NumbersRef, description: '本期' }),
    last: t.expose('last', { type: NumbersRef, description: '上期' }),
  }),
})

const MonthRef = builder.objectRef<TrendMonth>('OverviewMonth').implement({
  description: '趋势中的一个月',
  fields: (t) => ({
    month: t.exposeString('month', { description: 'YYYY-MM' }),
    isPartial: t.exposeBoolean('isRunning', { description: '当月未结束' }),
    numbers: t.expose('numbers', { type: NumbersRef }),
  }),
})

const AverageRef = builder.objectRef<Average>('OverviewAverage').implement({
  description: '本区各机构的平均（不具名）：总数除以有在聘首席顾问的机构数；不足3家的不给',
  fields: (t) => ({
    firms: t.exposeInt('firms', { description: '有在聘首席顾问的机构数' }),
    arrival: t.float({
      nullable: true,
      description: '全区驻点到位率',
      resolve: ({ numbers: it }) => (it.MONTHS_DUE === 0 ? null : it.MONTHS_MET / it.MONTHS_DUE),
    }),
    covered: t.float({ description: '家均担任首席顾问的社区', resolve: mean('COVERED') }),
    visits: t.float({ description: '家均驻点次数', resolve: mean('VISITS') }),
    minutes: t.float({ description: '家均驻点分钟', resolve: mean('MINUTES') }),
    consultations: t.float({ description: '家均咨询人次', resolve: mean('CONSULTATIONS') }),
    lectures: t.float({ description: '家均讲座场次', resolve: mean('LECTURES') }),
    mediations: t.float({ description: '家均调处件数', resolve: mean('MEDIATIONS') }),
    rating: t.float({ nullable: true, description: '全区平均分', resolve: ({ numbers }) => numbers.rating }),
  }),
})

function mean(figure: Figure) {
  return ({ firms, numbers }: Average) => numbers[figure] / firms
}

const OverviewRef = builder.objectRef<Overview>('Overview').implement({
  description: '工作总览：一社区一顾问的各项数字。每个数字等于其 facts 之和。',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: '数字统计的时刻' }),
    streetCode: t.string({ nullable: true, description: '所筛选的街道', resolve: ({ street }) => street?.code }),
    streetName: t.string({ nullable: true, resolve: ({ street }) => street?.name }),
    firmId: t.globalID({
      nullable: true,
      description: '所筛选的机构',
      resolve: ({ firm }) => (firm ? { type: 'Firm', id: firm.id } : null),
    }),
    firmName: t.string({ nullable: true, resolve: ({ firm }) => firm?.name }),
    satisfactionMinResponses: t.exposeInt('satisfactionMinResponses', { description: '不足此份数不显示平均分' }),
    now: t.field({
      type: PeriodRef,
      description: '本期',
      resolve: (it) => ({ ...it.span, numbers: async () => (await tallyOf(it)).of('now') }),
    }),
    last: t.field({
      type: PeriodRef,
      description: '上期（环比）',
      resolve: (it) => ({ ...it.last, numbers: async () => (await tallyOf(it)).of('last') }),
    }),
    lastYear: t.field({
      type: PeriodRef,
      description: '去年同期（同比）',
      resolve: (it) => ({ ...it.lastYear, numbers: async () => (await tallyOf(it)).of('lastYear') }),
    }),
    trend: t.field({ type: [MonthRef], description: '至本期末的十二个月', resolve: trendOf }),
    streets: t.field({ type: [StreetRef], description: '各街道，按代码', resolve: streetsOf }),
    average: t.field({
      type: AverageRef,
      nullable: true,
      description: '按机构看时，本区各机构的平均',
      resolve: averageOf,
    }),
    facts: t.connection(
      {
        type: FactRef,
        description: '一个指标所计的事实；amount 之和即该数字',
        args: {
          figure: t.arg({ type: FigureEnum, required: true }),
          offset: t.arg.int({ description: '跳过的条数' }),
        },
        resolve: async (overview, { figure, offset, ...args }) => {
          const page = await resolveOffsetConnection({ args: counted(args, offset), maxSize: 100 }, (range) =>
            factsOfFigure(overview, figure, range),
          )
          let total: ReturnType<typeof totalOf> | undefined
          return { ...page, total: () => (total ??= totalOf(overview, figure)) }
        },
      },
      {
        fields: (c) => ({
          totalCount: c.int({ description: '事实的条数', resolve: async ({ total }) => (await total()).count }),
          totalAmount: c.float({
            description: '事实之和，即页面上的数字',
            resolve: async ({ total }) => (await total()).amount,
          }),
        }),
      },
    ),
  }),
})

builder.queryField('overview', (t) =>
  t.field({
    type: OverviewRef,
    description: '工作总览。律所管理员只看本机构的数字。',
    authScopes: { may: 'overview:read' },
    errors: {},
    args: {
      period: t.arg.string({ description: '统计期：2026-11、2026-Q4、2026-H2 或 2026；不给则为当月' }),
      streetCode: t.arg.string({ description: '只看一个街道' }),
      firmId: t.arg.globalID({ description: '只看一家机构' }),
    },
    resolve: (_root, { period, streetCode, firmId }, context) =>
      openOverview(viewerOf(context), { period, streetCode, firmId: firmId?.id }),
  }),
)
