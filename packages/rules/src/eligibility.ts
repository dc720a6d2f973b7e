/**
 * Who may not take a seat, and why (docs/rules.md: BR-01 to BR-11, PH1, PH4, PH5, PH8). Every reason is found, not only the
 * first, each a Chinese sentence to be shown as it is. The database guards the same rules; this file explains them.
 */
import { addDays, daysBetween, type DateRange, type LocalDate, overlaps } from './calendar.ts'
import type { CandidateCommunity, CandidatePractitioner, PairingFact, SeatRequest } from './candidate.ts'
import { labelOf, seats } from './dictionaries.ts'
import { firmMachine, LIVE_PAIRING_STATES, practitionerMachine } from './machines.ts'

/** Why a practitioner is excluded. */
export type ExclusionCode =
  | 'NOT_ACTIVE'
  | 'OUTSIDE_BUREAU'
  | 'FIRM_NOT_ACTIVE'
  | 'SANCTIONED'
  | 'ASSESSMENT_MISSING'
  | 'ASSESSMENT_FAILED'
  | 'CAPACITY_FULL'
  | 'ALREADY_PAIRED'
  | 'SEAT_TAKEN'
  | 'ROTATION_LIMIT'
  | 'LAST_TERM_FAILED'

/** One reason. */
export interface Exclusion {
  readonly code: ExclusionCode
  readonly reason: string
  /** True when a leader's approval lifts it (BR-10). */
  readonly approvable: boolean
}

/** Every reason against this practitioner in this seat; empty when there is none. */
export function exclusionsOf(
  community: CandidateCommunity,
  practitioner: CandidatePractitioner,
  request: SeatRequest,
): Exclusion[] {
  const reasons: readonly (readonly [ExclusionCode, string | null])[] = [
    ['NOT_ACTIVE', inactive(practitioner)],
    ['OUTSIDE_BUREAU', practitioner.divisionCode.startsWith(request.bureauCode) ? null : '不属于本局管理的执业人员'],
    ['FIRM_NOT_ACTIVE', firmInactive(practitioner)],
    ['SANCTIONED', sanctioned(practitioner, request.term)],
    ['ASSESSMENT_MISSING', assessmentMissing(practitioner, request)],
    ['ASSESSMENT_FAILED', assessmentFailed(practitioner)],
    ['CAPACITY_FULL', capacityFull(practitioner, request)],
    ['ALREADY_PAIRED', alreadyPaired(community, practitioner, request)],
    ['SEAT_TAKEN', seatTaken(community, practitioner, request)],
    ['ROTATION_LIMIT', rotationReached(community, practitioner, request)],
    ['LAST_TERM_FAILED', lastTermFailed(community, practitioner, request)],
  ]
  return reasons.flatMap(([code, reason]) =>
    reason === null ? [] : [{ code, reason, approvable: code === 'ROTATION_LIMIT' }],
  )
}

function inactive({ status }: CandidatePractitioner): string | null {
  return status === 'ACTIVE' ? null : `执业状态为「${practitionerMachine.labels[status]}」`
}

function firmInactive({ firm }: CandidatePractitioner): string | null {
  if (firm === null) return '当前没有执业机构'
  return firm.status === 'ACTIVE' ? null : `执业机构为「${firmMachine.labels[firm.status]}」`
}

function sanctioned({ sanctions }: CandidatePractitioner, term: DateRange): string | null {
  const blocking = sanctions.find(
    ({ from, to, blocksPairing }) => blocksPairing && from < term.to && (to === null || term.from < to),
  )
  if (blocking === undefined) return null
  return blocking.to === null ? '受惩戒，不得结对' : `受惩戒，${addDays(blocking.to, -1)}前不得结对`
}

/**
 * The year whose assessment must be there: results of a year come in the spring after it. Who was first licensed later
 * than that year cannot have been assessed.
 */
function assessmentMissing(practitioner: CandidatePractitioner, { today, settings }: SeatRequest): string | null {
  const isDue = Number(today.slice(5, 7)) >= settings.assessmentDueMonth
  const year = Number(today.slice(0, 4)) - (isDue ? 1 : 2)
  const firstLicensedOn = practitioner.firstLicensedOn
  if (firstLicensedOn !== null && Number(firstLicensedOn.slice(0, 4)) > year) return null
  return practitioner.assessments.some((assessment) => assessment.year >= year) ? null : `缺少${year}年度考核结果`
}

function assessmentFailed({ assessments }: CandidatePractitioner): string | null {
  const lastYear = Math.max(...assessments.map(({ year }) => year))
  const last = assessments.find(({ year }) => year === lastYear)
  return last?.result === 'INCOMPETENT' ? `${last.year}年度考核不称职` : null
}

/** Most communities the practitioner may hold at an instant (BR-02). */
export function capacityOf({ capacity }: CandidatePractitioner, { settings }: Pick<SeatRequest, 'settings'>): number {
  return Math.min(capacity ?? settings.capacityDefault, settings.capacityCap)
}

/** The most communities held at one instant of the term; the count rises only where a term begins. */
export function heldDuring(practitioner: CandidatePractitioner, request: SeatRequest): number {
  const live = counted(practitioner.pairings, request).filter(({ status }) => LIVE_PAIRING_STATES.includes(status))
  const begins = [request.term.from, ...live.map(({ term }) => term.from)]
  const held = begins
    .filter((day) => request.term.from <= day && day < request.term.to)
    .map((day) => live.filter(({ term }) => term.from <= day && day < term.to).length)
  return Math.max(0, ...held)
}

function capacityFull(practitioner: CandidatePractitioner, request: SeatRequest): string | null {
  const capacity = capacityOf(practitioner, request)
  const held = heldDuring(practitioner, request)
  return held < capacity ? null : `已担任${held}个社区的顾问，达到上限${capacity}个`
}

/** Pairings that count: not rejected, and not the one being replaced. */
function counted(pairings: readonly PairingFact[], { ignorePairingOf }: SeatRequest): PairingFact[] {
  return pairings.filter(
    ({ status, practitionerId, term }) =>
      status !== 'REJECTED' &&
      !(practitionerId === ignorePairingOf?.practitionerId && term.from === ignorePairingOf.from),
  )
}

/** The practitioner's own terms in this community, the latest first. */
export function termsHere(
  community: CandidateCommunity,
  practitioner: CandidatePractitioner,
  request: SeatRequest,
): PairingFact[] {
  return counted(practitioner.pairings, request)
    .filter(({ communityCode }) => communityCode === community.code)
    .sort((a, b) => (a.term.from < b.term.from ? 1 : -1))
}

function alreadyPaired(...[community, practitioner, request]: Parameters<typeof termsHere>): string | null {
  const here = termsHere(community, practitioner, request).find(({ term }) => overlaps(term, request.term))
  return here === undefined ? null : `已是本社区的${labelOf(seats, here.seat)}，聘期至${lastDay(here.term)}`
}

function seatTaken(...[community, practitioner, request]: Parameters<typeof termsHere>): string | null {
  if (request.seat !== 'LEAD') return null
  const taken = counted(community.pairings, request).find(
    ({ seat, term, practitionerId }) =>
      seat === 'LEAD' && practitionerId !== practitioner.id && overlaps(term, request.term),
  )
  return taken === undefined ? null : `本社区的首席顾问聘期至${lastDay(taken.term)}，与所选聘期重叠`
}

/** How many terms in a row, up to the requested one, the practitioner has served this community (BR-10). */
export function consecutiveTerms(...[community, practitioner, request]: Parameters<typeof termsHere>): number {
  const before = termsHere(community, practitioner, request).filter(({ term }) => term.to <= request.term.from)
  let next: LocalDate = request.term.from
  let count = 0
  for (const { term } of before) {
    if (daysBetween(term.to, next) > request.settings.rotationGapDays) break
    count += 1
    next = term.from
  }
  return count
}

function rotationReached(...[community, practitioner, request]: Parameters<typeof termsHere>): string | null {
  const count = consecutiveTerms(community, practitioner, request)
  return count < request.settings.rotationTerms ? null : `已在本社区连任${count}届，续聘须经领导批准`
}

/** BR-11: the last term here was assessed 不合格; PH4: dismissed for it within the last two terms here. */
function lastTermFailed(...[community, practitioner, request]: Parameters<typeof termsHere>): string | null {
  const here = termsHere(community, practitioner, request).filter(({ term }) => term.from < request.term.from)
  if (here[0]?.grade === 'UNQUALIFIED') return '上一聘期考核不合格'
  return here.slice(0, 2).some(({ endGround }) => endGround === 'ASSESSMENT_FAILED')
    ? '近两个聘期内因考核不合格被解聘'
    : null
}

function lastDay(term: DateRange): LocalDate {
  return addDays(term.to, -1)
}
