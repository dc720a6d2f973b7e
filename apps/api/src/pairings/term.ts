import type { Pairing } from '@sitai/db/client'
import { daysBetween } from '@sitai/rules/calendar'
import { lastDayOfTerm } from '@sitai/rules/pairing'
import { today } from '../time/clock.ts'
import { dayOf, midnightUtc } from '../time/dates.ts'

/** The last day a pairing really holds. */
export function lastDay({ termFrom, endsOn }: Pick<Pairing, 'termFrom' | 'endsOn'>): Date {
  return midnightUtc(lastDayOfTerm({ from: dayOf(termFrom), to: dayOf(endsOn) }))
}

/** How many days one in force has left; null for others. */
export function daysLeft({ status, endsOn }: Pick<Pairing, 'status' | 'endsOn'>): number | null {
  return status === 'ACTIVE' || status === 'PAUSED' ? Math.max(0, daysBetween(today(), dayOf(endsOn))) : null
}
