import { nextTerm, terminationInput, refuseTerm } from '@sitai/rules/pairing'
import { today } from '../time/clock.ts'
import { dayOf, midnightUtc } from '../time/dates.ts'
import { Refusal } from '../acts/refusal.ts'
import { checkedInput } from '../acts/inputs.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { checkEligible } from './candidates.ts'
import { checkCodes } from '../dictionaries/inPlace.ts'
import {
  cancelOpenVisits,
  changePairing,
  checkDay,
  checkedApproval,
  checkedPairing,
  closePause,
  insertPairing,
  type Loaded,
  loadPairing,
  type Which,
} from './pairing.ts'

/** Why and from which day somebody is dismissed: the first day he or she is no longer adviser. */
export interface TerminationFields {
  readonly ground: string
  readonly effectiveOn: Date
  readonly note?: string | null | undefined
}

interface Termination {
  readonly ground: string
  readonly effectiveOn: string
  readonly note?: string | null | undefined
}

/**
 * Dismisses an adviser (BR-09). From the effective day the seat is free; what was planned from then on is cancelled and
 * the community stands on the desk as vacant. A day to come is agreed now and takes effect by the daily tidying.
 */
export function terminatePairing(viewer: Viewer, which: Which & TerminationFields): Promise<string> {
  const termination = checkedTermination(which)
  return write(
    viewer,
    'terminatePairing',
    async (tx) => {
      const pairing = await loadPairing(tx, viewer, which, 'terminatePairing')
      await endPairing(tx, pairing, termination)
      return pairing.id
    },
    reasonOf(termination),
  )
}

/** Who takes over, until when and how often; the seat and the first day follow from the dismissal. */
export interface ReplacementFields extends TerminationFields {
  readonly practitionerId: string
  readonly termTo?: Date | null | undefined
  readonly visitsPerMonth?: number | null | undefined
  readonly approval?: string | null | undefined
  readonly replacementNote?: string | null | undefined
}

/** Dismisses an adviser and puts another into the seat from the same day, both or neither. Answers the new pairing. */
export async function replacePairing(viewer: Viewer, which: Which & ReplacementFields): Promise<string> {
  const termination = checkedTermination(which)
  const from = termination.effectiveOn
  return write(
    viewer,
    'replacePairing',
    async (tx) => {
      const old = await loadPairing(tx, viewer, which, 'replacePairing')
      const next = await checkedPairing({
        communityCode: old.communityCode,
        practitionerId: which.practitionerId,
        seat: old.seat,
        termFrom: midnightUtc(from),
        termTo: which.termTo ?? old.endsOn,
        visitsPerMonth: which.visitsPerMonth ?? old.visitsPerMonth,
        note: which.replacementNote,
        approval: which.approval,
      })
      if (next.practitionerId === old.practitionerId) {
        throw new Refusal('SAME_PERSON', '替换的顾问与原顾问是同一人。', ['practitionerId'])
      }
      await endPairing(tx, old, termination)
      await checkEligible(viewer, next, tx)
      return (await insertPairing(tx, next, { status: from <= today() ? 'ACTIVE' : 'CONFIRMED' })).id
    },
    reasonOf(termination),
  )
}

/** The successor's term; what is left out is as in the term before. */
export interface RenewalFields {
  /** The first day after the new term. */
  readonly termTo?: Date | null | undefined
  readonly visitsPerMonth?: number | null | undefined
  readonly note?: string | null | undefined
  readonly approval?: string | null | undefined
}

/**
 * Renews: a confirmed successor begins exactly where this term ends (BR-06). Until then this pairing stays in force;
 * on the day the daily tidying marks it RENEWED and puts the successor in force. Answers the successor.
 */
export async function renewPairing(viewer: Viewer, which: Which & RenewalFields): Promise<string> {
  return write(
    viewer,
    'renewPairing',
    async (tx) => {
      const old = await loadPairing(tx, viewer, which, 'renewPairing')
      const term = { from: dayOf(old.termFrom), to: dayOf(old.endsOn) }
      const next = await checkedPairing({
        communityCode: old.communityCode,
        practitionerId: old.practitionerId,
        seat: old.seat,
        termFrom: old.endsOn,
        termTo: which.termTo ?? midnightUtc(await renewedUntil(old, term)),
        visitsPerMonth: which.visitsPerMonth ?? old.visitsPerMonth,
        note: which.note,
        approval: which.approval,
      })
      await checkEligible(viewer, next, tx)
      // The version is raised too: two clerks who renew at once find each other out.
      await changePairing(tx, old, { version: { increment: 1 } })
      return (await insertPairing(tx, next, { status: 'CONFIRMED', predecessorId: old.id })).id
    },
    checkedApproval(which.approval) === null ? {} : { reason: `领导批准：${which.approval ?? ''}` },
  )
}

/** As long as the term before, within the longest a term may be. */
async function renewedUntil(old: Loaded, term: { from: string; to: string }): Promise<string> {
  const settings = await settingsOf(old.communityCode.slice(0, 6))
  const proposed = nextTerm(term)
  if (refuseTerm(proposed, settings) === null) return proposed.to
  return nextTerm({ from: `${Number(term.to.slice(0, 4)) - settings.maxTermYears}${term.to.slice(4)}`, to: term.to }).to
}

function checkedTermination({ ground, effectiveOn, note }: TerminationFields): Termination {
  return checkedInput(terminationInput, { ground, effectiveOn: dayOf(effectiveOn), note: note ?? null })
}

function reasonOf({ note }: Termination) {
  return note ? { reason: note } : {}
}

/** Ends a pairing on a day within its term; refused when facts already lie beyond. */
async function endPairing(tx: Tx, pairing: Loaded, { ground, effectiveOn, note }: Termination): Promise<void> {
  checkDay('解聘生效日', effectiveOn, pairing, 'effectiveOn')
  await checkCodes(tx, pairing.communityCode, [{ kind: 'TERMINATION_GROUND', codes: [ground], field: 'ground' }])
  const day = midnightUtc(effectiveOn)
  const kept = await tx.visit.count({
    where: {
      pairingId: pairing.id,
      plannedOn: { gte: day },
      status: { in: ['CHECKED_IN', 'COMPLETED', 'CONFIRMED', 'DISPUTED'] },
    },
  })
  const logged = await tx.serviceLog.count({
    where: { pairingId: pairing.id, occurredOn: { gte: day }, status: { not: 'VOID' } },
  })
  if (kept + logged > 0) {
    const facts = [kept > 0 && `${kept}次驻点`, logged > 0 && `${logged}篇日志`].filter(Boolean).join('、')
    throw new Refusal('FACTS_AFTER', `生效日起已有${facts}，请改选更晚的生效日。`, ['effectiveOn'])
  }
  await cancelOpenVisits(tx, pairing.id, effectiveOn, '结对已解聘')
  if (effectiveOn <= today()) await closePause(tx, pairing, effectiveOn)
  if (pairing.successor) {
    await tx.pairing.updateMany({
      where: { id: pairing.successor.id, status: { in: ['PROPOSED', 'CONFIRMED'] } },
      data: { status: 'REJECTED', endNote: '前一聘期已解聘' },
    })
  }
  await changePairing(tx, pairing, {
    endsOn: day,
    endGround: ground,
    endNote: note ?? null,
    ...(effectiveOn <= today() && { status: 'TERMINATED' as const }),
  })
}
