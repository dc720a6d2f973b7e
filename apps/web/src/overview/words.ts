import { formatCount, formatPercent } from '@sitai/rules/numbers'

/** A number against that of another period, in words and with its sign. */
export interface Comparison {
  readonly text: string
  readonly tone: 'good' | 'bad' | 'even'
}

const signed = (difference: number, written: string) => (difference > 0 ? `▲ 增${written}` : `▼ 减${written}`)

/** Counts: `▲ 增12（+8.3%）`. `moreIsGood` is null where more is neither good nor bad. */
export function compareCounts(now: number, before: number, moreIsGood: boolean | null = true): Comparison {
  const difference = now - before
  if (difference === 0) return { text: '持平', tone: 'even' }
  const growth = before === 0 ? '' : `（${difference > 0 ? '+' : '−'}${formatPercent(Math.abs(difference / before))}）`
  return { text: signed(difference, formatCount(Math.abs(difference))) + growth, tone: toneOf(difference, moreIsGood) }
}

/** Rates: `▼ 减1.8个百分点`. Null where one of them has nothing to divide by. */
export function compareRates(now: number | null | undefined, before: number | null | undefined): Comparison | null {
  if (now === null || now === undefined || before === null || before === undefined) return null
  const points = Math.round((now - before) * 1000) / 10
  if (points === 0) return { text: '持平', tone: 'even' }
  return { text: signed(points, `${formatCount(Math.abs(points))}个百分点`), tone: toneOf(points, true) }
}

/** Marks out of five: `▲ 增0.2分`. */
export function compareMarks(now: number | null | undefined, before: number | null | undefined): Comparison | null {
  if (now === null || now === undefined || before === null || before === undefined) return null
  const difference = Math.round((now - before) * 100) / 100
  if (difference === 0) return { text: '持平', tone: 'even' }
  return { text: signed(difference, `${Math.abs(difference)}分`), tone: toneOf(difference, true) }
}

function toneOf(difference: number, moreIsGood: boolean | null): Comparison['tone'] {
  if (moreIsGood === null) return 'even'
  return difference > 0 === moreIsGood ? 'good' : 'bad'
}

/** `2026-10-01` as `10月1日`; with the year when it is not that of the other day. */
export function dayLabel(day: string, yearOf: string = day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const short = `${Number(month)}月${Number(date)}日`
  return yearOf.startsWith(year) ? short : `${year}年${short}`
}

interface Days {
  readonly from: string
  readonly until: string
}

interface Compared {
  readonly now: Days & { readonly isPartial: boolean }
  readonly last: Days
  readonly lastYear: Days
}

/** Which days are counted and which they are compared with. */
export function spanWords({ now, last, lastYear }: Compared): string {
  const range = ({ from, until }: Days) => `${dayLabel(from, now.until)}至${dayLabel(until, now.until)}`
  const cut = now.isPartial ? '本期未结束，计到今天，并与上期、去年的同一天比。' : ''
  return `${cut}本期 ${range(now)}；上期 ${range(last)}；去年 ${range(lastYear)}。`
}

/** Minutes as hours with at most one decimal, without the unit: `812.5`. */
export function hoursOf(minutes: number): number {
  return Math.round(minutes / 6) / 10
}
