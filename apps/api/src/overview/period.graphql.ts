import { periodLabel } from '@sitai/rules/periods'
import type { Span } from '@sitai/rules/overview'
import { builder } from '../graphql/builder.ts'
import { midnightUtc } from '../time/dates.ts'

/** Which days are counted. */
export const PeriodFactsRef = builder.objectRef<Span>('FigurePeriod').implement({
  description: '一个统计期',
  fields: (t) => ({
    period: t.exposeString('period', { description: '如 2026-11、2026-Q4、2026-H2、2026' }),
    label: t.string({ description: '如 2026年11月', resolve: ({ period }) => periodLabel(period) }),
    from: t.field({ type: 'Date', description: '期初日', resolve: ({ from }) => midnightUtc(from) }),
    until: t.field({ type: 'Date', description: '计到这一天（含）', resolve: ({ until }) => midnightUtc(until) }),
    isPartial: t.exposeBoolean('isRunning', { description: '本期未结束，只计到 until；上期、去年同期也计到同一天' }),
  }),
})
