import { type LocalDate, timeIn, todayIn } from '@sitai/rules/calendar'

/** A calendar day as Prisma gives and takes it for a date column: midnight UTC. */
export function midnightUtc(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`)
}

const days = new Map<number, LocalDate>()

/** The calendar day of a date column's value. Pages are full of the same few days, so each is written once. */
export function dayOf(date: Date): LocalDate {
  const at = date.getTime()
  const day = days.get(at) ?? date.toISOString().slice(0, 10)
  if (days.size > 10_000) days.clear()
  days.set(at, day)
  return day
}

/** An instant in the bureau's time, `2026-11-23 16:05`; empty for none. */
export function instantWords(at: Date | null | undefined): string {
  return at ? `${todayIn(at)} ${timeIn(at)}` : ''
}
