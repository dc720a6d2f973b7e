import { type LocalDate, timeIn, todayIn, weekdayLabel } from '@sitai/rules/calendar'

/** `11月23日 周一`, with the year when it is another one. */
export function dayWords(day: LocalDate): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const prefix = day.startsWith(todayIn(new Date()).slice(0, 4)) ? '' : `${year}年`
  return `${prefix}${Number(month)}月${Number(date)}日 ${weekdayLabel(day)}`
}

/** `14:00` in Shanghai, of an instant as the API gives it. */
export function clockTime(instant: string): string {
  return timeIn(new Date(instant))
}

/** `2026-11-23 14:00` in Shanghai. */
export function dayAndTime(instant: string): string {
  return `${todayIn(new Date(instant))} ${clockTime(instant)}`
}

/** `11月23日 周一 14:00` in Shanghai: when somebody is expected, for those who read it in a sentence. */
export function dayAndClock(instant: string): string {
  return `${dayWords(todayIn(new Date(instant)))} ${clockTime(instant)}`
}

/** `14:00–16:00`. */
export function span({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  return `${clockTime(startsAt)}–${clockTime(endsAt)}`
}

/** `1小时35分` of minutes; null stands for "not known", never for zero. */
export function minutesWords(minutes: number | null | undefined): string {
  if (minutes == null) return '未计时长'
  const hours = Math.floor(minutes / 60)
  return `${hours > 0 ? `${hours}小时` : ''}${minutes % 60 > 0 || hours === 0 ? `${minutes % 60}分` : ''}`
}

/** Whether the day of a planned visit has gone by without anybody checking in: there is something to be done about it. */
export function isLapsed({ status, plannedOn }: { status: string; plannedOn: LocalDate }): boolean {
  return status === 'PLANNED' && plannedOn < todayIn(new Date())
}
