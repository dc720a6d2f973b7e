/**
 * Working days with public holidays and 调休 (domain.md 3.0: CalendarDay). The State Council publishes each year's days;
 * the bureau keeps them as data. A day that is not in the data follows the week: Monday to Friday.
 */
import { addDays, type LocalDate, weekday } from './calendar.ts'

/** What the bureau's calendar says of a day: MAKEUP_WORKDAY is a Saturday or Sunday that is worked (调休补班). */
export type CalendarDayKind = 'WORKDAY' | 'WEEKEND' | 'HOLIDAY' | 'MAKEUP_WORKDAY'

/** The days that differ from the plain week, by date. */
export type CalendarDays = ReadonlyMap<LocalDate, CalendarDayKind>

/** What kind of day it is. */
export function dayKind(date: LocalDate, days: CalendarDays): CalendarDayKind {
  return days.get(date) ?? (weekday(date) <= 5 ? 'WORKDAY' : 'WEEKEND')
}

/** True on a working day, made-up ones included. */
export function isWorkday(date: LocalDate, days: CalendarDays): boolean {
  const kind = dayKind(date, days)
  return kind === 'WORKDAY' || kind === 'MAKEUP_WORKDAY'
}

/** The day itself if it is worked, else the next one that is (“15日，遇假顺延”). */
export function workdayOnOrAfter(date: LocalDate, days: CalendarDays): LocalDate {
  let day = date
  while (!isWorkday(day, days)) day = addDays(day, 1)
  return day
}

/** The working day `count` working days later, or earlier when negative; the day itself is not counted. */
export function addWorkdays(date: LocalDate, count: number, days: CalendarDays): LocalDate {
  const step = count < 0 ? -1 : 1
  let day = date
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step)
    if (isWorkday(day, days)) left -= 1
  }
  return day
}
