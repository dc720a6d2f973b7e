import { todayIn } from '@sitai/rules/calendar'
import {
  assessmentResults,
  communityStatuses,
  type DictionaryItem,
  firmInspectionResults,
  labelOf,
  sanctionKinds,
  seats,
} from '@sitai/rules/dictionaries'
import { firmMachine, pairingMachine, practitionerMachine } from '@sitai/rules/machines'
import { midnightUtc } from '../time/dates.ts'

/** A row of the timeline queries: when, what, of whom or what, and how. */
export interface TimelineRow {
  /** The instant, or midnight UTC of the day. */
  readonly on: Date
  readonly kind: string
  readonly what: string | null
  readonly how: string | null
  readonly why: string | null
}

export interface TimelineEvent {
  readonly on: Date
  readonly kind: string
  readonly title: string
  readonly detail: string | null
}

const label = (items: readonly DictionaryItem[], code: string | null) => (code === null ? '' : labelOf(items, code))
const firmStates: Readonly<Record<string, string>> = firmMachine.labels
const practitionerStates: Readonly<Record<string, string>> = practitionerMachine.labels
const pairingStates: Readonly<Record<string, string>> = pairingMachine.labels
const bold = (what: string | null) => `「${what ?? ''}」`

/** What each kind of event is called. */
const titles: Readonly<Record<string, (row: TimelineRow) => string>> = {
  SET_UP: () => '机构设立',
  LICENSED: () => '首次执业',
  REGISTERED: () => '登记入册',
  JOINED: ({ what }) => `到 ${what} 执业`,
  LEFT: ({ what }) => `离开 ${what}`,
  MEMBER_JOINED: ({ what }) => `${what} 到所`,
  MEMBER_LEFT: ({ what }) => `${what} 离所`,
  INSPECTED: ({ what, how }) => `登记 ${what} 年度检查考核：${label(firmInspectionResults, how)}`,
  ASSESSED: ({ what, how }) => `登记 ${what} 年度考核：${label(assessmentResults, how)}`,
  SANCTIONED: ({ how }) => label(sanctionKinds, how),
  SANCTION_ENDED: ({ how }) => `${label(sanctionKinds, how)}期满或解除`,
  PAIRED: ({ what, how }) => `与 ${what} 结对，任${label(seats, how)}`,
  RENEWED: ({ what, how }) => `与 ${what} 续聘，任${label(seats, how)}`,
  PAIRING_ENDED: ({ what, how }) => `与 ${what} 的结对${pairingStates[how ?? ''] ?? '结束'}`,
  PAUSED: ({ what }) => `与 ${what} 的结对暂停`,
  RESUMED: ({ what }) => `与 ${what} 的结对恢复`,
  FIRM_STATUS: ({ how }) => `状态变更为${bold(firmStates[how ?? ''] ?? how)}`,
  PRACTITIONER_STATUS: ({ how }) => `状态变更为${bold(practitionerStates[how ?? ''] ?? how)}`,
  COMMUNITY_STATUS: ({ how }) => `状态变更为${bold(label(communityStatuses, how))}`,
}

/** The row in the bureau's words. */
export function eventOf(row: TimelineRow): TimelineEvent {
  return {
    on: midnightUtc(todayIn(row.on)),
    kind: row.kind,
    title: titles[row.kind]?.(row) ?? row.kind,
    detail: row.why || null,
  }
}
