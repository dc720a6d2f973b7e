import type { Prisma } from '@sitai/db/client'
import type { LocalDate } from '@sitai/rules/calendar'
import { visitMachine, type VisitState } from '@sitai/rules/machines'
import { refuseMove, stateLabel } from '@sitai/rules/stateMachine'
import { may } from '../access/acts.ts'
import { within } from '../access/place.ts'
import { midnightUtc } from '../time/dates.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Refusals } from '../acts/refusals.ts'
import { now } from '../time/clock.ts'
import type { Viewer } from '../access/viewer.ts'

/** Facts of the bureau's place, of the firm they are credited to, or of oneself: visits and service logs alike. */
export function ownFacts(viewer: Viewer) {
  switch (viewer.role) {
    case 'BUREAU_ADMIN':
    case 'LEADER':
      return { communityCode: within(viewer.divisionCode) }
    case 'FIRM_ADMIN':
      return viewer.firmId ? { firmId: viewer.firmId } : nothing
    case 'LAWYER':
      return viewer.practitionerId ? { practitionerId: viewer.practitionerId } : nothing
    case 'SYS_ADMIN':
      return nothing
  }
}

const nothing: { id: { in: string[] } } = { id: { in: [] } }

/** The bureau sees the visits of its place, a firm those credited to it, an adviser their own. */
export function visibleVisits(viewer: Viewer): Prisma.VisitWhereInput {
  return ownFacts(viewer)
}

/** The pairings whose duties a viewer plans: the bureau's of its place, a firm's of its present people, one's own. */
export function plannablePairings(viewer: Viewer): Prisma.PairingWhereInput {
  switch (viewer.role) {
    case 'BUREAU_ADMIN':
    case 'LEADER':
      return { communityCode: within(viewer.divisionCode) }
    case 'FIRM_ADMIN':
      return viewer.firmId ? { practitioner: { firmId: viewer.firmId } } : nothing
    case 'LAWYER':
      return viewer.practitionerId ? { practitionerId: viewer.practitionerId } : nothing
    case 'SYS_ADMIN':
      return nothing
  }
}

/** Nobody comes on a day on which the pairing rests. */
export function refuseResting(
  { pauses }: { readonly pauses: readonly { readonly validFrom: Date; readonly validTo: Date | null }[] },
  day: LocalDate,
): Refusal | null {
  const at = midnightUtc(day)
  const rests = pauses.some(({ validFrom, validTo }) => validFrom <= at && (validTo === null || at < validTo))
  return rests ? new Refusal('PAIRING_PAUSED', '这一天结对在暂停中，不能安排驻点。', ['plannedOn']) : null
}

/** What the refusals look at. */
interface VisitFacts {
  readonly status: VisitState
  readonly practitionerId: string
  readonly startsAt: Date
}

const day = 86_400_000

/** Whoever comes checks in: nobody else can be there in their stead. Not before the day. */
function refuseCheckIn(viewer: Viewer, visit: VisitFacts): Refusal | null {
  const refusal = refuseNotOwn(viewer, visit, '签到') ?? refuseState(visit, 'CHECKED_IN')
  if (refusal) return refusal
  if (visit.startsAt.getTime() - now().getTime() > day / 2)
    return new Refusal('TOO_EARLY', '还没到驻点的日子，当天再签到。')
  if (now().getTime() - visit.startsAt.getTime() > day) return new Refusal('TOO_LATE', '驻点的日子已过，请用「补记」。')
  return null
}

function refuseCheckOut(viewer: Viewer, visit: VisitFacts): Refusal | null {
  const refusal = refuseNotOwn(viewer, visit, '签退') ?? refuseState(visit, 'COMPLETED', ['CHECKED_IN'])
  if (refusal) return refusal
  if (now().getTime() - visit.startsAt.getTime() > day) return new Refusal('TOO_LATE', '驻点的日子已过，请用「补记」。')
  return null
}

/** Entered afterwards: by the adviser, their firm or the bureau, once the planned time has begun. */
function refuseComplete(viewer: Viewer, visit: VisitFacts): Refusal | null {
  const refusal = refuseWrite(viewer) ?? refuseState(visit, 'COMPLETED')
  if (refusal) return refusal
  return visit.startsAt > now() ? new Refusal('TOO_EARLY', '还没到驻点时间，不能补记。') : null
}

function refuseReschedule(viewer: Viewer, visit: VisitFacts): Refusal | null {
  return refuseWrite(viewer) ?? refuseState(visit, 'RESCHEDULED')
}

function refuseCancel(viewer: Viewer, visit: VisitFacts): Refusal | null {
  return refuseWrite(viewer) ?? refuseState(visit, 'CANCELLED')
}

function refuseMakeUp(viewer: Viewer, visit: VisitFacts): Refusal | null {
  return refuseWrite(viewer) ?? refuseState(visit, 'MADE_UP')
}

/** What the community says of a visit, written down by the bureau on its behalf. */
function refuseReview(viewer: Viewer, visit: VisitFacts, to: 'CONFIRMED' | 'DISPUTED' | 'VOID'): Refusal | null {
  if (!may(viewer, 'visit:review')) return new Refusal('NOT_YOURS', '由司法局代社区确认、提出异议或作废。')
  return refuseState(visit, to)
}

function refuseWrite(viewer: Viewer): Refusal | null {
  return may(viewer, 'visit:write') ? null : new Refusal('NOT_YOURS', '您的角色只能查看驻点。')
}

function refuseNotOwn(viewer: Viewer, visit: VisitFacts, what: string): Refusal | null {
  if (viewer.role === 'LAWYER' && viewer.practitionerId === visit.practitionerId) return null
  return new Refusal('NOT_YOURS', `须由顾问本人${what}。`)
}

function refuseState(visit: VisitFacts, to: VisitState, from?: readonly VisitState[]): Refusal | null {
  const sentence = refuseMove(visitMachine, visit.status, to)
  if (sentence !== null) return new Refusal('STATE_CHANGED', `${sentence}。`)
  if (from && !from.includes(visit.status)) {
    return new Refusal('STATE_CHANGED', `驻点当前为「${stateLabel(visitMachine, visit.status)}」，请先签到。`)
  }
  return null
}

/** Who may do what with a visit. */
export const visitRefusals = {
  checkInVisit: refuseCheckIn,
  checkOutVisit: refuseCheckOut,
  completeVisit: refuseComplete,
  rescheduleVisit: refuseReschedule,
  cancelVisit: refuseCancel,
  makeUpVisit: refuseMakeUp,
  confirmVisit: (viewer, visit) => refuseReview(viewer, visit, 'CONFIRMED'),
  disputeVisit: (viewer, visit) => refuseReview(viewer, visit, 'DISPUTED'),
  voidVisit: (viewer, visit) => refuseReview(viewer, visit, 'VOID'),
} satisfies Refusals<VisitFacts>
