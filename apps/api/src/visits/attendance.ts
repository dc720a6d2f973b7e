import { instantOf, todayIn } from '@sitai/rules/calendar'
import { distanceKm } from '@sitai/rules/geo'
import { checkInDoubts, minutesSpent, stayDoubts } from '@sitai/rules/visit'
import type { CheckInMethod, Prisma, Visit } from '@sitai/db/client'
import { now } from '../time/clock.ts'
import { codeMark } from '../sensitive/crypto.ts'
import { raise, Refusal } from '../acts/refusal.ts'
import { expectOne } from '../acts/checks.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { visitRefusals } from './visit.access.ts'
import { findVisit, type VisitRef } from './visit.ts'

/** Where the phone says it is; `code` is what the community's printed code bears. */
export interface CheckInInput {
  readonly lat?: number | null | undefined
  readonly lng?: number | null | undefined
  readonly code?: string | null | undefined
}

/** The mark in a community's printed check-in code. */
export function checkInCode(communityCode: string): string {
  return codeMark(`check-in ${communityCode}`)
}

/**
 * Checks in (BR-13): by the community's code, else by position, else by hand. What is not as planned is kept as
 * doubts, which the community has to clear; it never stops anybody. Of two at once, one is refused.
 */
export async function checkInVisit(viewer: Viewer, id: string, input: CheckInInput): Promise<string> {
  const at = now()
  return write(viewer, 'checkInVisit', async (tx) => {
    const visit = await findVisit(tx, viewer, id)
    raise(visitRefusals.checkInVisit(viewer, visit))
    const arrival = await arrivalOf(tx, visit, input, at)
    const { count } = await tx.visit.updateMany({
      where: { id, status: 'PLANNED' },
      data: { status: 'CHECKED_IN', checkedInAt: at, ...arrival },
    })
    if (count === 0) throw new Refusal('STATE_CHANGED', '这次驻点已经签到了。')
    return id
  })
}

/** Checks out: the minutes are those between the two times, and no others. Too few of them are one more doubt. */
export async function checkOutVisit(viewer: Viewer, id: string): Promise<string> {
  const at = now()
  return write(viewer, 'checkOutVisit', async (tx) => {
    const visit = await findVisit(tx, viewer, id)
    raise(visitRefusals.checkOutVisit(viewer, visit))
    const minutes = minutesSpent(visit.checkedInAt, at)
    if (minutes === null) throw new Refusal('TOO_SOON', '签到还不满一分钟，请稍后再签退。')
    const doubts = [...visit.doubts, ...stayDoubts(minutes, await settingsOf(viewer.divisionCode))]
    const { count } = await tx.visit.updateMany({
      where: { id, status: 'CHECKED_IN' },
      data: { status: 'COMPLETED', checkedOutAt: at, minutes, doubts },
    })
    if (count === 0) throw new Refusal('STATE_CHANGED', '这次驻点已经签退了。')
    await settleMissed(tx, visit)
    return id
  })
}

/** The times a visit really took, as somebody remembers them; without them it has no minutes. */
export interface RememberedTimes {
  readonly startTime?: string | null | undefined
  readonly endTime?: string | null | undefined
}

/** Enters afterwards, by hand, that a visit took place; the community has to confirm it. */
export async function completeVisit(viewer: Viewer, ref: VisitRef, times: RememberedTimes): Promise<string> {
  return write(viewer, 'completeVisit', async (tx) => {
    const visit = await findVisit(tx, viewer, ref.id)
    await completeByHand(tx, viewer, visit, times, ref.expectedVersion)
    return ref.id
  })
}

/** As completeVisit, within a transaction of the caller's. */
export async function completeByHand(
  tx: Tx,
  viewer: Viewer,
  visit: Visit,
  times: RememberedTimes,
  expectedVersion = visit.version,
): Promise<void> {
  const at = now()
  raise(visitRefusals.completeVisit(viewer, visit))
  const data = { status: 'COMPLETED' as const, ...rememberedAttendance(visit, times, at) }
  expectOne(await tx.visit.updateMany({ where: { id: visit.id, version: expectedVersion }, data }))
  await settleMissed(tx, visit)
}

type Attendance = Pick<
  Prisma.VisitUncheckedCreateInput,
  'checkedInAt' | 'checkedOutAt' | 'checkInMethod' | 'minutes'
> & { doubts: string[] }

/** The columns of a visit whose times are remembered; a check-in that was made on the spot stays as it is. */
export function rememberedAttendance(
  visit: {
    readonly startsAt: Date
    readonly checkedInAt: Date | null
    readonly checkInMethod: CheckInMethod | null
    readonly doubts: readonly string[]
  },
  { startTime, endTime }: RememberedTimes,
  at: Date,
): Attendance {
  const day = todayIn(visit.startsAt)
  const arrived = visit.checkedInAt ?? (startTime ? instantOf(day, startTime) : null)
  const left = endTime ? instantOf(day, endTime) : null
  if (left && !arrived) throw new Refusal('INVALID', '请填写到达时间。', ['startTime'])
  if (arrived && left && left <= arrived) throw new Refusal('INVALID', '离开应晚于到达。', ['endTime'])
  if ((left && left > at) || (arrived && arrived > at)) throw new Refusal('INVALID', '时间不能晚于现在。', ['endTime'])
  const byHand = visit.checkedInAt ? '签退为事后补记' : '驻点为事后手工补记'
  return {
    checkedInAt: arrived,
    checkedOutAt: left,
    checkInMethod: visit.checkInMethod ?? 'MANUAL',
    minutes: minutesSpent(arrived, left),
    doubts: [...visit.doubts, byHand],
  }
}

/** The missed visit that this one makes up for is now made up. */
async function settleMissed(tx: Tx, visit: { makeUpForId: string | null }): Promise<void> {
  if (!visit.makeUpForId) return
  await tx.visit.updateMany({ where: { id: visit.makeUpForId, status: 'MISSED' }, data: { status: 'MADE_UP' } })
}

async function arrivalOf(tx: Tx, visit: Visit, { lat, lng, code }: CheckInInput, at: Date) {
  const community = await tx.community.findUniqueOrThrow({ where: { code: visit.communityCode } })
  if (code && code !== checkInCode(visit.communityCode)) {
    throw new Refusal('WRONG_CODE', `这不是${community.name}的签到码。`, ['code'])
  }
  const here = pointOf(lat, lng)
  const there = community.lat !== null && community.lng !== null ? { lat: community.lat, lng: community.lng } : null
  const distance = here && there ? Math.round(distanceKm(here, there) * 1000) : null
  const doubts = checkInDoubts(
    { at, plannedStart: visit.startsAt, plannedEnd: visit.endsAt, byCode: Boolean(code), distanceMetres: distance },
    await settingsOf(visit.communityCode.slice(0, 6)),
  )
  const method: CheckInMethod = code ? 'QR' : here ? 'LOCATION' : 'MANUAL'
  return {
    checkInMethod: method,
    checkInLat: here?.lat ?? null,
    checkInLng: here?.lng ?? null,
    checkInDistanceM: distance,
    doubts,
  }
}

function pointOf(lat: number | null | undefined, lng: number | null | undefined) {
  if (lat == null || lng == null) return null
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180) throw new Refusal('INVALID', '定位坐标有误。', ['lat'])
  return { lat, lng }
}
