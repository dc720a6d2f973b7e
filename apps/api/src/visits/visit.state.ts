import type { Visit } from '@sitai/db/client'
import { today } from '../time/clock.ts'
import { dayOf } from '../time/dates.ts'

/** Whether the community must say that the adviser was there. */
export function needsConfirmation({ status, doubts }: Pick<Visit, 'status' | 'doubts'>): boolean {
  return doubts.length > 0 && (status === 'COMPLETED' || status === 'CHECKED_IN')
}

/** Whether the check-out is missing, so that there are no minutes. */
export function isIncomplete({ status, minutes, plannedOn }: Pick<Visit, 'status' | 'minutes' | 'plannedOn'>): boolean {
  if (status === 'CHECKED_IN') return dayOf(plannedOn) < today()
  return (status === 'COMPLETED' || status === 'CONFIRMED') && minutes === null
}
