/**
 * The figures of the leader's page: one definition each (BR-41), read by the API as the description of its fields and by
 * the web behind an ⓘ. K01 and the like: docs/rules.md. How each is counted in SQL: apps/api/src/overview/figures.sql.ts.
 */
import { addDays, addMonths, type LocalDate, lastDayOf, type Month, monthOf, monthsBetween } from './calendar.ts'
import type { JudgedMonth } from './commitment.ts'
import type { PoliticalStatus } from './dictionaries.ts'
import type { ServiceLogState } from './machines.ts'
import { type Period, type PeriodKind, periodKind, periodRange, previousPeriod, samePeriodLastYear } from './periods.ts'

/** Logs that are counted: handed in and not returned or voided. A draft is nobody's fact yet. */
export const COUNTED_LOG_STATES: readonly ServiceLogState[] = ['SUBMITTED', 'CONFIRMED', 'LOCKED']

/** Whom K02 counts as a party member: 预备党员 too. */
export const PARTY_STATUSES: readonly PoliticalStatus[] = ['PARTY_MEMBER', 'PROBATIONARY_MEMBER']

/** A figure: what it is called, its unit, and exactly what it counts. */
export interface FigureMeta {
  readonly label: string
  readonly unit: string
  readonly definition: string
}

const day = '期末日（本期未结束的为今天）'
const due =
  '应到：结对在当月最后一天（当月未结束的为今天）在聘期内、未暂停，且聘期在当月起算日（参数，默认15日）及以前开始的，计一个应到月'
const credit = '按服务当日计入当月，归服务当日所在机构。'
const logs = '计已提交、已确认、已锁定的日志，不计草稿、退回、作废；'

/** Every figure by its code. */
export const figures = {
  COMMUNITIES: { label: '在册社区', unit: '个', definition: `状态为“正常”的社区、村。` },
  COVERED: {
    label: '已配首席顾问的社区',
    unit: '个',
    definition: `${day}有在聘（履职中或暂停）首席顾问的在册社区。按机构看时，只计首席顾问当日在该机构的。`,
  },
  UNCOVERED: {
    label: '无首席顾问的社区',
    unit: '个',
    definition: `${day}没有在聘首席顾问的在册社区。不归任何机构，按机构看时为0。`,
  },
  PARTY_LEADS: {
    label: '党员首席顾问',
    unit: '个',
    definition: '已配首席顾问的社区中，首席顾问为中共党员（含预备党员）的。政治面貌按现在的登记。',
  },
  MONTHS_DUE: { label: '应到月数', unit: '个月', definition: `${due}。` },
  MONTHS_MET: {
    label: '已到位月数',
    unit: '个月',
    definition: `应到月中，当月已完成（含社区已确认）的驻点次数达到每月约定次数的。${due}。`,
  },
  MONTHS_OPEN: { label: '待到位', unit: '个月', definition: '当月未结束、未到黄色提醒日，尚未到位的应到月。' },
  MONTHS_YELLOW: {
    label: '即将逾期（黄）',
    unit: '个月',
    definition: '当月未结束、已到黄色提醒日（参数，默认25日），尚未到位的应到月。',
  },
  MONTHS_RED: { label: '未到位（红）', unit: '个月', definition: '当月已结束，仍未到位的应到月。' },
  VISITS: { label: '驻点', unit: '次', definition: `已完成、社区已确认的驻点。按驻点日计入当月，归当日所在机构。` },
  MINUTES: {
    label: '驻点时长',
    unit: '分钟',
    definition: '已完成、社区已确认且签到签退齐全的驻点，签到至签退的实际分钟数之和。缺签退的不计，不推算。',
  },
  CONSULTATIONS: { label: '社区咨询', unit: '人次', definition: `${logs}类型为咨询的人次之和。${credit}` },
  LECTURES: { label: '法治讲座', unit: '场', definition: `${logs}类型为讲座的场次之和。${credit}` },
  LECTURE_AUDIENCE: { label: '讲座听众', unit: '人次', definition: `${logs}类型为讲座的人次之和。${credit}` },
  MEDIATIONS: { label: '纠纷调处', unit: '件', definition: `${logs}类型为调解的件数之和。${credit}` },
  RATINGS: {
    label: '群众满意度',
    unit: '份',
    definition: `${logs}社区评分（1至5分）的平均分与份数。份数不足规定份数（参数，默认5份）的不显示平均分。自动确认不算评分。`,
  },
  RED_COMMUNITIES: {
    label: '红色社区',
    unit: '个',
    definition: '在册社区中，期末日无首席顾问，或本期有结束了仍未到位的应到月的。每个社区只计一次。',
  },
  YELLOW_COMMUNITIES: {
    label: '黄色社区',
    unit: '个',
    definition: '在册社区中，不属红色、本期有即将逾期的应到月的。每个社区只计一次。',
  },
} as const satisfies Readonly<Record<string, FigureMeta>>

/** The code of a figure. */
export type Figure = keyof typeof figures

/** All codes, in the order of the page. */
export const figureCodes: readonly Figure[] = Object.keys(figures).filter(isFigure)

/** True for the code of a figure. */
export function isFigure(code: string): code is Figure {
  return Object.hasOwn(figures, code)
}

/** Ratios: which figure is divided by which, and where it comes from. */
export const ratios = {
  coverage: { label: '社区顾问覆盖率', numerator: 'COVERED', denominator: 'COMMUNITIES', source: 'K01' },
  partyShare: { label: '党员律师结对占比', numerator: 'PARTY_LEADS', denominator: 'COVERED', source: 'K02' },
  arrival: { label: '驻点到位率', numerator: 'MONTHS_MET', denominator: 'MONTHS_DUE', source: 'K04' },
} as const satisfies Readonly<Record<string, { label: string; numerator: Figure; denominator: Figure; source: string }>>

/**
 * A period as seen on a day. Of a running period the days up to today count; it is compared with the same part of the
 * last period, else the 5th of a month would always look like a disaster.
 */
export interface Span {
  readonly period: Period
  readonly from: LocalDate
  /** The last day that counts: the period's last, or `today` while it runs. */
  readonly until: LocalDate
  /** The day it is looked at from; colours and open months follow from it. */
  readonly today: LocalDate
  readonly isRunning: boolean
}

/** The period as seen today; null when it has not begun. */
export function spanOf(period: Period, today: LocalDate): Span | null {
  const { from, to } = periodRange(period)
  if (from > today) return null
  const isRunning = today < to
  return { period, from, until: isRunning ? today : addDays(to, -1), today, isRunning }
}

const MONTHS: Readonly<Record<PeriodKind, number>> = { MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12 }

function shifted(span: Span, period: Period, months: number): Span {
  const { from, to } = periodRange(period)
  if (!span.isRunning) return { ...span, period, from, until: addDays(to, -1) }
  const today = addMonths(span.today, -months)
  return { period, from, until: today, today, isRunning: true }
}

/** The period before (环比), cut at the same day while the period runs. */
export function spanBefore(span: Span): Span {
  return shifted(span, previousPeriod(span.period), MONTHS[periodKind(span.period)])
}

/** The same period of last year (同比), cut at the same day while the period runs. */
export function spanLastYear(span: Span): Span {
  return shifted(span, samePeriodLastYear(span.period), 12)
}

/** The months of a span and the day each is judged on (BR-12). */
export function judgedMonths({ from, until, today }: Span): JudgedMonth[] {
  const running = monthOf(today)
  return monthsBetween(monthOf(from), monthOf(until)).map((month) => ({
    month,
    judgedOn: month === running ? today : lastDayOf(month),
    isRunning: month === running,
  }))
}

/** The twelve months of the trend: up to the last month of the span. */
export function trendMonths(span: Span): Month[] {
  const last = monthOf(span.until)
  return monthsBetween(monthOf(addMonths(`${last}-01`, -11)), last)
}
