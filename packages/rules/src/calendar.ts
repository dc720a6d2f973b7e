/**
 * Calendar days and months of the bureau. A LocalDate is a day in Asia/Shanghai without a time; no machine's zone plays
 * a part. China has kept +08:00 without summer time since 1992, so an instant is the day's UTC midnight less 8 hours.
 * Ranges are half-open `[from, to)` and weeks begin on Monday. Malformed input throws RangeError.
 */
import { cleanIdentifier } from './text.ts'

/** A calendar day `YYYY-MM-DD`; compares and sorts as text. */
export type LocalDate = string

/** A calendar month `YYYY-MM`; compares and sorts as text. */
export type Month = string

/** Days from `from` up to but not including `to`. */
export interface DateRange {
  readonly from: LocalDate
  readonly to: LocalDate
}

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

/** Days since 1970-01-01 of a valid date, else null. */
function epochDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(milliseconds) || dateOfEpoch(milliseconds) !== text ? null : milliseconds / DAY_MS
}

function dateOfEpoch(milliseconds: number): LocalDate {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

function dayNumber(date: LocalDate): number {
  const day = epochDay(date)
  if (day === null) throw new RangeError(`not a date: ${date}`)
  return day
}

function monthNumber(month: Month): number {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`)
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

/** True for an existing day written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  return epochDay(text) !== null
}

/** The day that people typed: 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105; null when it is none. */
export function readDate(text: string): LocalDate | null {
  const typed = cleanIdentifier(text)
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(typed)
  const [, year = '', month = '', day = ''] = match ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(written) ? written : null
}

/** The month that people typed: 2026-01, 2026/1, 2026.1, 2026年1月, 202601; null when it is none. */
export function readMonth(text: string): Month | null {
  const match = /^(\d{4})[-/.年]?(\d{1,2})月?$/u.exec(cleanIdentifier(text))
  const written = `${match?.[1] ?? ''}-${(match?.[2] ?? '').padStart(2, '0')}`
  return isMonth(written) ? written : null
}

/** True for a month written `YYYY-MM`. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text)
}

/** The day it is in Shanghai at this instant. */
export function todayIn(now: Date): LocalDate {
  return dateOfEpoch(now.getTime() + SHANGHAI_MS)
}

/** The time of day in Shanghai at this instant, `HH:mm`. */
export function timeIn(now: Date): string {
  return new Date(now.getTime() + SHANGHAI_MS).toISOString().slice(11, 16)
}

/** The instant of a wall-clock time `HH:mm` (00:00 to 23:59) in Shanghai. */
export function instantOf(date: LocalDate, time: string): Date {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(time)) throw new RangeError(`not a time of day: ${time}`)
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return new Date(dayNumber(date) * DAY_MS + minutes * 60_000 - SHANGHAI_MS)
}

/** The day `days` later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpoch((dayNumber(date) + days) * DAY_MS)
}

/** Days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day `months` later; a day the month lacks becomes its last day (01-31 + 1 month = 02-28). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const month = shiftMonth(monthOf(date), months)
  const last = lastDayOf(month)
  const same = `${month}-${date.slice(8)}`
  return same > last ? last : same
}

/** The month of a day. */
export function monthOf(date: LocalDate): Month {
  dayNumber(date)
  return date.slice(0, 7)
}

/** The month `months` later, or earlier when negative. */
export function shiftMonth(month: Month, months: number): Month {
  const number = monthNumber(month) + months
  const year = String(Math.floor(number / 12)).padStart(4, '0')
  return `${year}-${String((((number % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

/** The days of a month. */
export function monthRange(month: Month): DateRange {
  return { from: `${month}-01`, to: `${shiftMonth(month, 1)}-01` }
}

/** The last day of a month. */
export function lastDayOf(month: Month): LocalDate {
  return addDays(monthRange(month).to, -1)
}

/** Each month from the first to the last, both included; none when the last is earlier. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const count = monthNumber(last) - monthNumber(first) + 1
  return Array.from({ length: Math.max(count, 0) }, (_, index) => shiftMonth(first, index))
}

/** Day of the week: Monday 1 to Sunday 7. */
export function weekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** 周一 to 周日. */
export function weekdayLabel(date: LocalDate): string {
  return `周${'一二三四五六日'.charAt(weekday(date) - 1)}`
}

/** True when the day lies in the half-open range. */
export function isWithin(date: LocalDate, range: DateRange): boolean {
  return range.from <= date && date < range.to
}

/** True when two half-open ranges share a day. */
export function overlaps(a: DateRange, b: DateRange): boolean {
  return a.from < b.to && b.from < a.to && a.from < a.to && b.from < b.to
}
