import { addDays, addMonths } from '@sitai/rules/calendar'

/** A day as the API gives and takes it. */
type Day = string

/** The first day after a term of so many years. */
export function termEnd(from: Day, years: number): Day {
  return addMonths(from, years * 12)
}

/** `2026-12-01 至 2028-11-30`, of a term whose `to` is the first day after it. */
export function termText(from: Day, to: Day): string {
  return `${from} 至 ${addDays(to, -1)}`
}

/** `850 米`, `3.2 公里`, or that nobody knows. */
export function distanceText(km: number | null | undefined): string {
  if (km === null || km === undefined) return '距离未知'
  return km < 1 ? `${Math.round(km * 1000)} 米` : `${km.toFixed(1)} 公里`
}

/** A key that no other sending has: the answer to a repeated sending is the first one's. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (it) => it.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
