import type { LocalDate } from '@sitai/rules/calendar'
import { visitMachine, type VisitState as State } from '@sitai/rules/machines'

import { Tag, type Tone } from '../ui/Tag.tsx'
import { isLapsed } from './words.ts'

const tones: Readonly<Record<State, Tone>> = {
  PLANNED: 'plain',
  CHECKED_IN: 'busy',
  COMPLETED: 'good',
  CONFIRMED: 'good',
  MISSED: 'bad',
  MADE_UP: 'plain',
  RESCHEDULED: 'plain',
  CANCELLED: 'plain',
  DISPUTED: 'warn',
  VOID: 'plain',
}

interface VisitStateProps {
  state: State
  /** Its day: one that was planned and went by stands out. */
  plannedOn: LocalDate
  needsConfirmation?: boolean
  isIncomplete?: boolean
}

/** The state of a visit, and what is still missing of it. */
export function VisitState({ state, plannedOn, needsConfirmation = false, isIncomplete = false }: VisitStateProps) {
  return (
    <>
      {isLapsed({ status: state, plannedOn }) ? (
        <Tag tone="warn">未签到</Tag>
      ) : (
        <Tag tone={tones[state]}>{visitMachine.labels[state]}</Tag>
      )}
      {needsConfirmation && <Tag tone="warn">待社区确认</Tag>}
      {isIncomplete && <Tag tone="warn">缺签退</Tag>}
    </>
  )
}
