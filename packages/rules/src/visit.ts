/**
 * Visits (驻点): planning, check-in (BR-13) and time spent. Hours are never invented: without check-in and check-out there
 * are none.
 */
import { z } from 'zod'
import { date, paragraph, optional, required } from './fields.ts'
import { formatDistance } from './geo.ts'
import type { Settings } from './settings.ts'
import { accept, refuse } from './checked.ts'
import { cleanIdentifier } from './text.ts'
import { visitFields as fields } from './visit.fields.ts'

const MINUTE_MS = 60_000

/** What is known when somebody checks in. */
export interface CheckIn {
  readonly at: Date
  readonly plannedStart: Date
  readonly plannedEnd: Date
  /** By scanning the community's code; then the distance does not matter. */
  readonly byCode: boolean
  /** Distance from the community, metres; null when the phone gave no position. */
  readonly distanceMetres: number | null
}

/** Why the community has to confirm this check-in, each a Chinese sentence; empty when it stands by itself (BR-13). */
export function checkInDoubts(
  checkIn: CheckIn,
  settings: Pick<Settings, 'checkInWindowMinutes' | 'checkInDistanceMetres'>,
): string[] {
  const window = settings.checkInWindowMinutes * MINUTE_MS
  const at = checkIn.at.getTime()
  const isEarly = at < checkIn.plannedStart.getTime() - window
  const isLate = at > checkIn.plannedStart.getTime() + window
  const metres = checkIn.distanceMetres
  const isFar = metres !== null && metres > settings.checkInDistanceMetres
  return [
    isEarly ? `签到早于计划时间${settings.checkInWindowMinutes}分钟以上` : null,
    isLate ? `签到晚于计划时间${settings.checkInWindowMinutes}分钟以上` : null,
    !checkIn.byCode && metres === null ? '未取得定位' : null,
    !checkIn.byCode && isFar ? `距社区${formatDistance(metres / 1000)}，超出${settings.checkInDistanceMetres}米` : null,
  ].filter((reason) => reason !== null)
}

/** Full minutes between check-in and check-out; null when either is missing or they are not in order. */
export function minutesSpent(checkedInAt: Date | null, checkedOutAt: Date | null): number | null {
  if (checkedInAt === null || checkedOutAt === null) return null
  const minutes = Math.floor((checkedOutAt.getTime() - checkedInAt.getTime()) / MINUTE_MS)
  return minutes > 0 ? minutes : null
}

/** Why the community has to confirm a stay of so many minutes; empty when it was long enough. */
export function stayDoubts(minutes: number, { visitMinMinutes }: Pick<Settings, 'visitMinMinutes'>): string[] {
  return minutes < visitMinMinutes ? [`签到至签退${minutes}分钟，不足${visitMinMinutes}分钟`] : []
}

const time = (text: string, label: string) => {
  const typed = cleanIdentifier(text).replace('：', ':').padStart(5, '0')
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(typed) ? accept(typed) : refuse(`${label}应为时间，例如 14:00`)
}

/** Schema of `planVisit`: a day and two wall-clock times in Asia/Shanghai. */
export const visitInput = z
  .object({
    plannedOn: required(fields.plannedOn, date),
    startTime: required(fields.startsAt, time),
    endTime: required(fields.endsAt, time),
    reason: optional(fields.reason, paragraph(200)),
  })
  .refine(({ startTime, endTime }) => startTime < endTime, { error: '结束时间应晚于开始时间', path: ['endTime'] })
