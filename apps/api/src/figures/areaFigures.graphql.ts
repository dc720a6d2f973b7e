import { resolveOffsetConnection } from '@pothos/plugin-relay'
import { trendMonths } from '@sitai/rules/overview'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { counted } from '../lists/listQuery.ts'
import { PeriodFactsRef } from '../overview/period.graphql.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Figure, FigureArea } from './area.ts'
import { type AreaFact, areaFacts, areaTotal } from './areaFacts.ts'
import { figureIn, numbersOf, type OpenedArea } from './areaNumbers.ts'
import { areaStreets, type AreaStreet } from './areaStreets.ts'
import { openArea, visibleAreas } from './openArea.ts'

const AreaRef = builder.objectRef<FigureArea>('FigureAreaName').implement({
  description: '有统计数字的一个板块',
  fields: (t) => ({
    code: t.exposeString('code', { description: '地址中的名字' }),
    label: t.exposeString('label', { description: '名称' }),
  }),
})

/** A figure of an opened area. */
interface Counted {
  readonly opened: OpenedArea
  readonly figure: Figure
}

const FigureRef = builder.objectRef<Counted>('AreaFigure').implement({
  description: '一项指标及其数字',
  fields: (t) => {
    const number = (description: string, key: string) =>
      t.float({ description, resolve: async ({ opened, figure }) => (await numbersOf(opened)).of(figure.code, key) })
    return {
      code: t.string({ resolve: ({ figure }) => figure.code }),
      label: t.string({ description: '名称', resolve: ({ figure }) => figure.label }),
      unit: t.string({ description: '单位', resolve: ({ figure }) => figure.unit }),
      definition: t.string({ description: '怎么算', resolve: ({ figure }) => figure.definition }),
      now: number('本期', 'now'),
      last: number('上期（环比）', 'last'),
      lastYear: number('去年同期（同比）', 'lastYear'),
      trend: t.floatList({
        description: '至本期末的十二个月，与 months 同序',
        resolve: async ({ opened, figure }) => {
          const numbers = await numbersOf(opened)
          return trendMonths(opened.overview.span).map((month) => numbers.of(figure.code, month))
        },
      }),
    }
  },
})

const StreetRef = builder.objectRef<AreaStreet>('AreaStreet').implement({
  description: '一个街道的数字',
  fields: (t) => ({
    code: t.exposeString('code', { description: '区划代码；空为未填街道' }),
    name: t.exposeString('name'),
    numbers: t.floatList({ description: '本期各项，与 figures 同序', resolve: ({ numbers }) => [...numbers] }),
  }),
})

const FactRef = builder.objectRef<AreaFact>('AreaFact').implement({
  description: '一个数字背后的一件事实',
  fields: (t) => ({
    id: t.exposeID('id'),
    nodeId: t.globalID({ description: '所指的记录', resolve: ({ nodeType: type, nodeId: id }) => ({ type, id }) }),
    nodeType: t.exposeString('nodeType', { description: '所指记录的类型' }),
    practitionerName: t.exposeString('practitionerName', { nullable: true, description: '人员' }),
    firmName: t.exposeString('firmName', { nullable: true, description: '机构' }),
    streetName: t.exposeString('streetName', { nullable: true, description: '街道' }),
    happenedOn: t.expose('happenedOn', { type: 'Date', nullable: true, description: '日期' }),
    amount: t.exposeFloat('amount', { description: '这件事实在数字里占多少' }),
    what: t.exposeString('what', { description: '事实的说明' }),
  }),
})

const OpenedRef = builder.objectRef<OpenedArea>('AreaFigures').implement({
  description: '一个板块的各项数字。每个数字等于其 facts 之和。',
  fields: (t) => ({
    code: t.string({ resolve: ({ area }) => area.code }),
    label: t.string({ description: '板块名称', resolve: ({ area }) => area.label }),
    asOf: t.field({ type: 'DateTime', description: '数字统计的时刻', resolve: ({ overview }) => overview.asOf }),
    streetName: t.string({
      nullable: true,
      description: '只看的街道',
      resolve: ({ overview }) => overview.street?.name,
    }),
    firmName: t.string({ nullable: true, description: '只看的机构', resolve: ({ overview }) => overview.firm?.name }),
    now: t.field({ type: PeriodFactsRef, description: '本期', resolve: ({ overview }) => overview.span }),
    last: t.field({ type: PeriodFactsRef, description: '上期', resolve: ({ overview }) => overview.last }),
    lastYear: t.field({ type: PeriodFactsRef, description: '去年同期', resolve: ({ overview }) => overview.lastYear }),
    months: t.stringList({
      description: '趋势的十二个月，YYYY-MM',
      resolve: ({ overview }) => trendMonths(overview.span),
    }),
    figures: t.field({
      type: [FigureRef],
      resolve: (opened) => opened.area.figures.map((figure) => ({ opened, figure })),
    }),
    streets: t.field({ type: [StreetRef], description: '各街道，按代码；有未填街道的列在最后', resolve: areaStreets }),
    facts: t.connection(
      {
        type: FactRef,
        description: '一项指标所计的事实，新的在前；amount 之和即该数字',
        args: {
          figure: t.arg.string({ required: true, description: '指标的 code' }),
          offset: t.arg.int({ description: '跳过的条数' }),
        },
        resolve: async (opened, { figure: code, offset, ...args }) => {
          const figure = figureIn(opened.area, code)
          if (!figure) throw new Refusal('INVALID', '没有这项指标，请重新载入页面。', ['figure'])
          const page = await resolveOffsetConnection({ args: counted(args, offset), maxSize: 100 }, (range) =>
            areaFacts(opened, figure, range),
          )
          let total: ReturnType<typeof areaTotal> | undefined
          return { ...page, total: () => (total ??= areaTotal(opened, figure)) }
        },
      },
      {
        fields: (c) => ({
          totalCount: c.int({ description: '事实的条数', resolve: async ({ total }) => (await total()).count }),
          totalAmount: c.float({ description: '事实之和', resolve: async ({ total }) => (await total()).amount }),
        }),
      },
    ),
  }),
})

builder.queryFields((t) => ({
  figureAreas: t.field({
    type: [AreaRef],
    description: '可以看数字的各板块',
    authScopes: { may: 'overview:read' },
    resolve: (_root, _args, context) => visibleAreas(viewerOf(context)),
  }),
  areaFigures: t.field({
    type: OpenedRef,
    description: '一个板块的各项数字。律所管理员只看本机构的。',
    authScopes: { may: 'overview:read' },
    errors: {},
    args: {
      area: t.arg.string({ required: true, description: '板块的 code' }),
      period: t.arg.string({ description: '统计期：2026-11、2026-Q4、2026-H2 或 2026；不给则为当月' }),
      streetCode: t.arg.string({ description: '只看一个街道' }),
      firmId: t.arg.globalID({ description: '只看一家机构' }),
    },
    resolve: (_root, { area, period, streetCode, firmId }, context) =>
      openArea(viewerOf(context), area, { period, streetCode, firmId: firmId?.id }),
  }),
}))
