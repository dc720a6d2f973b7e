import { type JudgedMonth, monthStatusLabels, type MonthStatus } from '@sitai/rules/commitment'
import { monthOf } from '@sitai/rules/calendar'
import { periodLabel } from '@sitai/rules/periods'
import { countsLabel } from '@sitai/rules/serviceLog'
import { dayOf } from '../time/dates.ts'
import type { Labels } from '../dictionaries/inPlace.ts'

/** What is known of a fact; which parts are there depends on its source. */
export interface Detail {
  covered?: boolean
  uncovered?: boolean
  is_red?: boolean
  is_yellow?: boolean
  /** Whether its lateness is red; `is_red` is so of a community without a lead too. */
  is_late_red?: boolean
  /**
   * The months, as bits by their place in the frame (a year at most), in which it was late: those that are red or, if
   * none is, yellow.
   */
  late_in?: number | null
  since?: Date | null
  visited_on?: Date | null
  happened_on?: Date | null
  status?: MonthStatus
  kept?: number
  visits_per_month?: number
  minutes?: number | null
  type_code?: string
  topic_code?: string
  persons?: number
  items?: number
  sessions?: number
  rating?: number | null
}

/** What the words of a fact take besides the fact. */
interface Words {
  /** Of the frame the fact was found in. */
  readonly months: readonly JudgedMonth[]
  /** The words of the district's dictionaries. */
  readonly labels: Labels | undefined
  readonly withRating: boolean
}

/** A fact in the bureau's words, e.g. `2026年10月：应到1次，实到0次（未到位）`; of a log with the words of its dictionaries. */
export function whatOf(fact: Detail, { months, labels, withRating }: Words): string {
  if (fact.type_code !== undefined) return logWords(fact, labels, withRating)
  if (fact.status !== undefined) {
    const month = fact.happened_on ? periodLabel(monthOf(dayOf(fact.happened_on))) : ''
    return `${month}：应到${fact.visits_per_month ?? 0}次，实到${fact.kept ?? 0}次（${monthStatusLabels[fact.status]}）`
  }
  if (fact.minutes !== undefined) return fact.minutes === null ? '驻点，缺签退，不计时长' : `驻点${fact.minutes}分钟`
  return communityWords(fact, months)
}

function logWords(fact: Detail, labels: Labels | undefined, withRating: boolean): string {
  const type = labels?.('SERVICE_TYPE', fact.type_code ?? '') ?? ''
  const topic = labels?.('TOPIC', fact.topic_code ?? '') ?? ''
  const { persons = 0, items = 0, sessions = 0 } = fact
  const counts = countsLabel({ persons, items, sessions, copies: 0 })
  const rating = withRating && fact.rating ? `，社区评分${fact.rating}分` : ''
  return `${type}（${topic}）${counts}${rating}`
}

function communityWords(fact: Detail, months: readonly JudgedMonth[]): string {
  const late = lateWords(fact, months)
  if (fact.uncovered) {
    const lacking = fact.since ? `自${dayOf(fact.since)}起无首席顾问` : '尚未配过首席顾问'
    // The line bears the name of whoever was late: it has to say so.
    return late ? `${late}；${lacking}` : lacking
  }
  if (late) {
    if (fact.visited_on) return `${late}，最近到位${dayOf(fact.visited_on)}`
    return fact.since ? `${late}，自${dayOf(fact.since)}聘期开始未到过` : late
  }
  return fact.covered ? '首席顾问在聘' : '首席顾问属其他机构'
}

/** The months in which a community was late, e.g. `2026年9月、2026年10月未到位`; null when it was in none. */
function lateWords({ late_in: lateIn, is_late_red: isRed }: Detail, months: readonly JudgedMonth[]): string | null {
  if (!lateIn) return null
  const late = months.filter((_month, no) => (lateIn & (1 << no)) !== 0)
  return `${late.map(({ month }) => periodLabel(month)).join('、')}${isRed ? '未到位' : '即将逾期'}`
}
