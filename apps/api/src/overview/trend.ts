import { monthOf, type Month } from '@sitai/rules/calendar'
import { trendMonths } from '@sitai/rules/overview'
import { today } from '../time/clock.ts'
import { tallyOf, type Numbers } from './numbers.ts'
import type { Overview } from './overview.ts'

/** A month of the trend. */
export interface TrendMonth {
  readonly month: Month
  readonly isRunning: boolean
  readonly numbers: Numbers
}

/** The twelve months up to the period's end, each in full as it stands today. */
export async function trendOf(overview: Overview): Promise<TrendMonth[]> {
  const counted = await tallyOf(overview)
  const running = monthOf(today())
  return trendMonths(overview.span).map((month) => ({
    month,
    isRunning: month === running,
    numbers: counted.of(month),
  }))
}
