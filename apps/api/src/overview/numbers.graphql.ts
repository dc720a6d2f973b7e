import { rateOf, type Rate } from '@sitai/rules/commitment'
import { type Figure, figureCodes, figures, ratios } from '@sitai/rules/overview'
import { builder } from '../graphql/builder.ts'
import type { Numbers } from './numbers.ts'

export const FigureEnum = builder.enumType('OverviewFigure', {
  description: '总览的指标；说明即其统计口径',
  values: Object.fromEntries(
    figureCodes.map((code) => [
      code,
      { value: code, description: `${figures[code].label}（${figures[code].unit}）：${figures[code].definition}` },
    ]),
  ) satisfies Record<string, { value: Figure; description: string }>,
})

const RateRef = builder.objectRef<Rate>('OverviewRate').implement({
  description: '比率，连同分子分母',
  fields: (t) => ({
    numerator: t.exposeInt('numerator', { description: '分子' }),
    denominator: t.exposeInt('denominator', { description: '分母' }),
    value: t.exposeFloat('value', { nullable: true, description: '0 至 1；分母为0时为空' }),
  }),
})

/** `MONTHS_DUE` as a field: `monthsDue`. */
export function fieldOf(code: string): string {
  return code.toLowerCase().replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}

export const NumbersRef = builder.objectRef<Numbers>('OverviewNumbers').implement({
  description: '一个统计期、一个范围内的各项数字',
  fields: (t) => ({
    ...Object.fromEntries(
      figureCodes.map((code) => [
        fieldOf(code),
        t.int({
          description: `${figures[code].label}（${figures[code].unit}）：${figures[code].definition}`,
          resolve: (numbers) => numbers[code],
        }),
      ]),
    ),
    rating: t.exposeFloat('rating', { nullable: true, description: `平均分。${figures.RATINGS.definition}` }),
    ...Object.fromEntries(
      Object.entries(ratios).map(([name, { label, source, numerator, denominator }]) => [
        name,
        t.field({
          type: RateRef,
          description: `${label}（${source}）：${figures[numerator].label}÷${figures[denominator].label}`,
          resolve: (numbers) => rateOf(numbers[numerator], numbers[denominator]),
        }),
      ]),
    ),
  }),
})
