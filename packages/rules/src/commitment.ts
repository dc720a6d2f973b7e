/**
 * The monthly commitment of a pairing (BR-12), of which the arrival rate (K04) is made: months kept ÷ months owed.
 *
 * A pairing owes a month when it is in force and not paused on the month's last day — of the running month: today — and
 * its term began on or before the 15th (a setting) of that month. So an adviser who starts late or whose pairing ends or
 * rests before the month is over is not marked late for it.
 */
import { type DateRange, isWithin, lastDayOf, type LocalDate, type Month, monthOf } from './calendar.ts'
import type { Settings } from './settings.ts'

/** What the rule needs to know of a pairing that has been activated. */
export interface CommittedPairing {
  /** Half-open; of a terminated pairing `to` is the day the termination takes effect. */
  readonly term: DateRange
  /** Pauses, half-open; `to` is null while the pause lasts. */
  readonly pauses: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[]
  /** Visits promised for each month. */
  readonly visitsPerMonth: number
}

/** NOT_DUE owes nothing · MET kept · DUE still open · YELLOW open and late in the month · RED over and not kept. */
export type MonthStatus = 'NOT_DUE' | 'MET' | 'DUE' | 'YELLOW' | 'RED'

/** The bureau's words for a status. */
export const monthStatusLabels: Readonly<Record<MonthStatus, string>> = {
  NOT_DUE: '无需到位',
  MET: '已到位',
  DUE: '待到位',
  YELLOW: '即将逾期',
  RED: '未到位',
}

/** A month and the day it is judged on: its last, or today while it runs. */
export interface JudgedMonth {
  readonly month: Month
  readonly judgedOn: LocalDate
  readonly isRunning: boolean
}

type Rules = Pick<Settings, 'termStartDay' | 'yellowFromDay'>

/** True when the pairing owes a visit in the month, as seen today. A month to come is not owed yet. */
export function owesMonth(pairing: CommittedPairing, month: Month, today: LocalDate, rules: Rules): boolean {
  const running = monthOf(today)
  if (pairing.visitsPerMonth <= 0 || month > running) return false
  const day = month === running ? today : lastDayOf(month)
  const latestStart = `${month}-${String(rules.termStartDay).padStart(2, '0')}`
  const isPaused = pairing.pauses.some((pause) => pause.from <= day && (pause.to === null || day < pause.to))
  return isWithin(day, pairing.term) && pairing.term.from <= latestStart && !isPaused
}

/** How the month stands today, with the number of visits kept in it (states COMPLETED and CONFIRMED). */
export function monthStatus(
  pairing: CommittedPairing,
  month: Month,
  keptVisits: number,
  today: LocalDate,
  rules: Rules,
): MonthStatus {
  if (!owesMonth(pairing, month, today, rules)) return 'NOT_DUE'
  if (keptVisits >= pairing.visitsPerMonth) return 'MET'
  if (month < monthOf(today)) return 'RED'
  return Number(today.slice(8)) >= rules.yellowFromDay ? 'YELLOW' : 'DUE'
}

/** A rate that never stands without its counts. */
export interface Rate {
  readonly numerator: number
  readonly denominator: number
  /** 0 to 1; null when nothing was due. */
  readonly value: number | null
}

/** Numerator over denominator. */
export function rateOf(numerator: number, denominator: number): Rate {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator }
}
