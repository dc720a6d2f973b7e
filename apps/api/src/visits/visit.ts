import { instantOf, type LocalDate, todayIn } from '@sitai/rules/calendar'
import { visitInput } from '@sitai/rules/visit'
import type { Visit } from '@sitai/db/client'
import { now } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { midnightUtc } from '../time/dates.ts'
import { notFound, raise, Refusal } from '../acts/refusal.ts'
import { checkedInput } from '../acts/inputs.ts'
import { idempotent } from '../acts/idempotent.ts'
import { checkedReason, expectOne } from '../acts/checks.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { namingOverlap } from '../duties/overlap.ts'
import { plannablePairings, refuseResting, visibleVisits, visitRefusals } from './visit.access.ts'

/** When a visit is: a day and two times of it, as people say them in Shanghai. */
export interface VisitTimes {
  readonly plannedOn: LocalDate
  readonly startTime: string
  readonly endTime: string
}

export interface VisitRef {
  readonly id: string
  readonly expectedVersion: number
}

/** Plans a visit, today or later. Answers its id; the same key again answers the same visit. */
export async function planVisit(
  viewer: Viewer,
  input: VisitTimes & { pairingId: string; reason?: string | null | undefined; idempotencyKey: string },
): Promise<string> {
  const { idempotencyKey, ...asked } = input
  const times = checkedTimes(asked)
  const { id } = await namingOverlap(times, (claim) =>
    idempotent(viewer, idempotencyKey, 'planVisit', asked, async (tx, visitId) => {
      const pairing = await pairingToPlan(tx, viewer, asked.pairingId, times.plannedOn)
      claim(pairing.practitionerId)
      await tx.visit.create({ data: { id: visitId, ...planned(pairing, times), reason: times.reason ?? null } })
      return visitId
    }),
  )
  return id
}

/** Moves a visit: the old one stays as 已改期, the new one follows it and keeps its place in the calendar. */
export async function rescheduleVisit(
  viewer: Viewer,
  ref: VisitRef,
  input: VisitTimes & { reason: string },
): Promise<string> {
  const reason = checkedReason(input.reason)
  const times = checkedTimes(input)
  return namingOverlap(times, (claim) =>
    write(
      viewer,
      'rescheduleVisit',
      async (tx) => {
        const visit = await findVisit(tx, viewer, ref.id)
        raise(visitRefusals.rescheduleVisit(viewer, visit))
        const pairing = await pairingToPlan(tx, viewer, visit.pairingId, times.plannedOn)
        claim(pairing.practitionerId)
        await change(tx, ref, { status: 'RESCHEDULED', reason, makeUpForId: null, sequence: { increment: 1 } })
        const next = await tx.visit.create({
          data: {
            ...planned(pairing, times),
            rescheduledFromId: visit.id,
            makeUpForId: visit.makeUpForId,
            sequence: visit.sequence + 1,
          },
        })
        return next.id
      },
      { reason },
    ),
  )
}

/** Takes a planned visit off; calendars that know it hear of it. */
export async function cancelVisit(viewer: Viewer, ref: VisitRef, given: string): Promise<string> {
  const reason = checkedReason(given)
  return write(
    viewer,
    'cancelVisit',
    async (tx) => {
      const visit = await findVisit(tx, viewer, ref.id)
      raise(visitRefusals.cancelVisit(viewer, visit))
      // The missed one may then be made up by another.
      await change(tx, ref, { status: 'CANCELLED', reason, makeUpForId: null, sequence: { increment: 1 } })
      return ref.id
    },
    { reason },
  )
}

/** Plans the visit that makes up for a missed one; the missed one is 已补到 once the adviser has come. */
export async function makeUpVisit(
  viewer: Viewer,
  input: VisitTimes & { missedId: string; idempotencyKey: string },
): Promise<string> {
  const { idempotencyKey, ...asked } = input
  const times = checkedTimes(asked)
  const { id } = await namingOverlap(times, (claim) =>
    idempotent(viewer, idempotencyKey, 'makeUpVisit', asked, async (tx, visitId) => {
      const missed = await findVisit(tx, viewer, asked.missedId)
      raise(visitRefusals.makeUpVisit(viewer, missed))
      const pairing = await pairingToPlan(tx, viewer, missed.pairingId, times.plannedOn)
      claim(pairing.practitionerId)
      await tx.visit.create({ data: { id: visitId, ...planned(pairing, times), makeUpForId: missed.id } })
      return visitId
    }),
  )
  return id
}

/** The bureau writes down what the community says of a visit: confirmed, or disputed, or void; with a reason. */
export async function reviewVisit(
  viewer: Viewer,
  ref: VisitRef,
  to: 'CONFIRMED' | 'DISPUTED' | 'VOID',
  given?: string | null,
): Promise<string> {
  const reason = to === 'CONFIRMED' ? undefined : checkedReason(given ?? '')
  const act = ({ CONFIRMED: 'confirmVisit', DISPUTED: 'disputeVisit', VOID: 'voidVisit' } as const)[to]
  return write(
    viewer,
    act,
    async (tx) => {
      const visit = await findVisit(tx, viewer, ref.id)
      raise(visitRefusals[act](viewer, visit))
      await change(tx, ref, {
        status: to,
        ...(reason ? { reason } : {}),
        ...(to === 'VOID' ? { sequence: { increment: 1 } } : {}),
      })
      return ref.id
    },
    { reason },
  )
}

/** A visit the viewer may see, or NOT_FOUND. */
export async function findVisit(tx: Tx | typeof db, viewer: Viewer, id: string): Promise<Visit> {
  const visit = await tx.visit.findFirst({ where: { id, AND: visibleVisits(viewer) } })
  if (!visit) throw notFound('次驻点')
  return visit
}

/** Changes the visit of that version, or says that somebody else was faster. */
export async function change(
  tx: Tx,
  { id, expectedVersion }: VisitRef,
  data: Parameters<Tx['visit']['updateMany']>[0]['data'] & object,
) {
  expectOne(await tx.visit.updateMany({ where: { id, version: expectedVersion }, data }))
}

/** A pairing whose visits the viewer may plan on that day: in force, not resting. */
export async function pairingToPlan(tx: Tx, viewer: Viewer, id: string, day: LocalDate) {
  const pairing = await tx.pairing.findFirst({
    where: { id, AND: plannablePairings(viewer) },
    include: { pauses: true },
  })
  if (!pairing) throw notFound('个结对')
  raise(refuseResting(pairing, day))
  return pairing
}

/** The day and times as the rules read them; not in the past. */
function checkedTimes(input: VisitTimes & { reason?: string | null | undefined }) {
  const { plannedOn, startTime, endTime } = input
  const times = checkedInput(visitInput, { plannedOn, startTime, endTime, reason: input.reason ?? null })
  if (times.plannedOn < todayIn(now()))
    throw new Refusal('IN_THE_PAST', '不能安排到过去；已去过的请用「记日志」补记。', ['plannedOn'])
  return times
}

/** The columns of a planned visit; place, person and credited firm the database adds from the pairing. */
export function planned(
  pairing: { id: string; communityCode: string; practitionerId: string; firmIdAtStart: string },
  times: VisitTimes,
) {
  return {
    pairingId: pairing.id,
    communityCode: pairing.communityCode,
    practitionerId: pairing.practitionerId,
    firmId: pairing.firmIdAtStart,
    startsAt: instantOf(times.plannedOn, times.startTime),
    endsAt: instantOf(times.plannedOn, times.endTime),
    plannedOn: midnightUtc(times.plannedOn),
  }
}
