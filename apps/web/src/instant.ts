import { timeIn, todayIn } from '@sitai/rules/calendar'

/** An instant as the API gives it, in the bureau's time: `2026-11-23 16:05`; an empty word for none. */
export function instant(at: string | null | undefined): string {
  if (!at) return ''
  const date = new Date(at)
  return `${todayIn(date)} ${timeIn(date)}`
}

/** The instant at which a day begins in the bureau's time, as the API takes it; undefined for no day. */
export function beginOf(day: string): string | undefined {
  return day ? `${day}T00:00:00+08:00` : undefined
}

/** The instant at which a day is over. */
export function endOf(day: string): string | undefined {
  return day ? new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString() : undefined
}
