import type { Pairing, PairingStatus, Prisma, Seat } from '@sitai/db/client'
import { optional, paragraph } from '@sitai/rules/fields'
import { pairingInput, pauseInput, refuseDayOfTerm } from '@sitai/rules/pairing'
import type { TermGrade } from '@sitai/rules/dictionaries'
import { z } from 'zod'
import { now, today } from '../time/clock.ts'
import { dayOf, midnightUtc } from '../time/dates.ts'
import { changedMeanwhile, notFound, raise, Refusal } from '../acts/refusal.ts'
import { checkedInput } from '../acts/inputs.ts'
import { checkedReason, expectOne } from '../acts/checks.ts'
import { settingsOf, settingsOnce } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { checkEligible } from './candidates.ts'
import { checkLeadFree, explained } from './holder.ts'
import { pairingRefusals, visiblePairings } from './pairing.access.ts'

/** What a new pairing is made of, as it was sent. */
export interface PairingFields {
  readonly communityCode: string
  readonly practitionerId: string
  readonly seat: Seat
  readonly termFrom: Date
  readonly termTo: Date
  readonly visitsPerMonth: number
  readonly note?: string | null | undefined
  readonly approval?: string | null | undefined
}

/** A new pairing, cleaned and checked. */
export interface NewPairing {
  readonly communityCode: string
  readonly practitionerId: string
  readonly seat: Seat
  readonly term: { readonly from: string; readonly to: string }
  readonly visitsPerMonth: number
  readonly note: string | null
  readonly approval: string | null
}

/** Cleans and checks the fields by the bureau's numbers. The term may have begun, but must not be over. */
export async function checkedPairing(
  fields: PairingFields,
  settingsFor: ReturnType<typeof settingsOnce> = settingsOf,
): Promise<NewPairing> {
  const settings = await settingsFor(fields.communityCode.slice(0, 6))
  const { termFrom, termTo, note, ...rest } = checkedInput(pairingInput(settings), {
    ...fields,
    termFrom: dayOf(fields.termFrom),
    termTo: dayOf(fields.termTo),
    note: fields.note ?? null,
  })
  if (termTo <= today()) throw new Refusal('TERM_OVER', '聘期的截止日已经过去。', ['termTo'])
  return {
    ...rest,
    term: { from: termFrom, to: termTo },
    note: note ?? null,
    approval: checkedApproval(fields.approval),
  }
}

const approvalInput = z.object({ approval: optional('领导批准意见', paragraph(200)) })

/** The leader's words, cleaned; null when there are none. */
export function checkedApproval(approval: string | null | undefined): string | null {
  return checkedInput(approvalInput, { approval: approval ?? null }).approval ?? null
}

interface Birth {
  readonly status: PairingStatus
  readonly batchId?: string
  readonly predecessorId?: string
}

/** What of a new pairing is answered; by default all of it. */
type Shown = Pick<Prisma.PairingCreateArgs, 'select' | 'include'>

/**
 * Writes the row and answers what `shown` selects of it; whoever the rules of the database refuse becomes a
 * Refusal at the end of the transaction.
 */
export async function insertPairing(
  tx: Tx,
  pairing: NewPairing,
  birth: Birth,
  known?: { readonly firmId: string | null },
  shown: Shown = {},
): Promise<Pairing> {
  const { term, ...rest } = pairing
  const { firmId } =
    known ?? (await tx.practitioner.findUniqueOrThrow({ where: { id: rest.practitionerId }, select: { firmId: true } }))
  if (!firmId) throw new Refusal('FIRM_NOT_ACTIVE', '该人员当前没有执业机构，不能担任顾问。', ['practitionerId'])
  return tx.pairing.create({
    ...shown,
    data: {
      ...rest,
      ...birth,
      firmIdAtStart: firmId,
      createdAt: now(),
      termFrom: midnightUtc(term.from),
      termTo: midnightUtc(term.to),
      endsOn: midnightUtc(term.to),
    },
  })
}

/** Proposes someone for a seat; answers what `shown` selects of the pairing. */
export async function proposePairing(viewer: Viewer, fields: PairingFields, shown: Shown): Promise<Pairing> {
  const settings = settingsOnce(viewer)
  const pairing = await checkedPairing(fields, settings)
  return seated(viewer, 'proposePairing', pairing, { status: 'PROPOSED' }, settings, shown)
}

/** Judges, then writes; both sides of a race for the lead hear who holds it. */
export async function seated(
  viewer: Viewer,
  act: string,
  pairing: NewPairing,
  birth: Birth,
  settings: ReturnType<typeof settingsOnce>,
  shown?: Shown,
): Promise<Pairing> {
  const { communityCode, term } = pairing
  // Of a foreign community nobody learns who leads it; whether it is there at all is judged below.
  const isLead = pairing.seat === 'LEAD' && communityCode.startsWith(viewer.divisionCode)
  // Whoever comes late is told so before a transaction is begun.
  if (isLead) await checkLeadFree(communityCode, term)
  return explained(communityCode, term, () =>
    write(viewer, act, async (tx, end) => {
      const [person] = await Promise.all([
        checkEligible(viewer, pairing, tx, settings),
        isLead && checkLeadFree(communityCode, term, { tx }),
      ])
      return end(() => insertPairing(tx, pairing, birth, person, shown))
    }),
  )
}

/** Which pairing, and which version of it the viewer has before the eyes. */
export interface Which {
  readonly id: string
  readonly expectedVersion: number
}

/** A pairing with what its acts are judged by. */
export type Loaded = Prisma.PairingGetPayload<{ include: typeof judgedBy }>
export const judgedBy = { successor: { select: { id: true, status: true } }, pauses: true } as const

/** The pairing if this viewer may see it and do this act now; else the Refusal. */
export async function loadPairing(
  tx: Tx,
  viewer: Viewer,
  { id, expectedVersion }: Which,
  act: keyof typeof pairingRefusals,
): Promise<Loaded> {
  const pairing = await tx.pairing.findFirst({ where: { id, AND: visiblePairings(viewer) }, include: judgedBy })
  if (!pairing) throw notFound('个结对')
  if (pairing.version !== expectedVersion) throw changedMeanwhile()
  // Community before pairing before person: whoever waits, waits in the same order as the guard of an insert.
  await tx.$queryRaw`SELECT code FROM community WHERE code = ${pairing.communityCode} FOR NO KEY UPDATE`
  raise(pairingRefusals[act](viewer, pairing))
  return pairing
}

/** Changes the version that was loaded, or refuses. */
export async function changePairing(
  tx: Tx,
  pairing: Pairing,
  data: Prisma.PairingUncheckedUpdateManyInput,
): Promise<string> {
  expectOne(await tx.pairing.updateMany({ where: { id: pairing.id, version: pairing.version }, data }))
  return pairing.id
}

/** Confirms a proposal: the person must still be eligible. From a term that has begun it is in force at once. */
export function confirmPairing(viewer: Viewer, which: Which): Promise<string> {
  return write(viewer, 'confirmPairing', async (tx) => {
    const pairing = await loadPairing(tx, viewer, which, 'confirmPairing')
    await stillEligible(viewer, pairing, tx)
    return changePairing(tx, pairing, { status: 'CONFIRMED' })
  })
}

/** Puts a confirmed pairing in force once its term has begun; the daily tidying does the same by itself. */
export function activatePairing(viewer: Viewer, which: Which): Promise<string> {
  return write(viewer, 'activatePairing', async (tx) => {
    const pairing = await loadPairing(tx, viewer, which, 'activatePairing')
    await stillEligible(viewer, pairing, tx)
    return changePairing(tx, pairing, { status: 'ACTIVE' })
  })
}

/** Turns a proposal down, or takes a confirmed pairing back before its term. */
export function rejectPairing(viewer: Viewer, which: Which & { readonly reason: string }): Promise<string> {
  const reason = checkedReason(which.reason)
  return write(
    viewer,
    'rejectPairing',
    async (tx) => {
      const pairing = await loadPairing(tx, viewer, which, 'rejectPairing')
      return changePairing(tx, pairing, { status: 'REJECTED', endNote: reason })
    },
    { reason },
  )
}

/** Rests a pairing from a day on: it owes no visit meanwhile, and its planned visits are cancelled. */
export function pausePairing(
  viewer: Viewer,
  which: Which & { readonly from: Date; readonly reason: string },
): Promise<string> {
  const { from, reason } = checkedInput(pauseInput, { from: dayOf(which.from), reason: which.reason })
  if (from > today()) throw new Refusal('INVALID', '暂停起始日不能晚于今天。', ['from'])
  return write(
    viewer,
    'pausePairing',
    async (tx) => {
      const pairing = await loadPairing(tx, viewer, which, 'pausePairing')
      checkDay('暂停起始日', from, pairing, 'from')
      await tx.pairingPause.create({ data: { pairingId: pairing.id, validFrom: midnightUtc(from), reason } })
      await cancelOpenVisits(tx, pairing.id, today(), `结对暂停：${reason}`)
      return changePairing(tx, pairing, { status: 'PAUSED' })
    },
    { reason },
  )
}

/** Ends the pause today. A pause that began today did not happen. */
export function resumePairing(viewer: Viewer, which: Which): Promise<string> {
  return write(viewer, 'resumePairing', async (tx) => {
    const pairing = await loadPairing(tx, viewer, which, 'resumePairing')
    await stillEligible(viewer, pairing, tx)
    await closePause(tx, pairing, today())
    return changePairing(tx, pairing, { status: 'ACTIVE' })
  })
}

/** Enters the grade of the term's assessment; an unqualified term cannot be renewed (BR-11). */
export function gradePairing(viewer: Viewer, which: Which & { readonly grade: TermGrade | null }): Promise<string> {
  return write(viewer, 'gradePairing', async (tx) => {
    const pairing = await loadPairing(tx, viewer, which, 'gradePairing')
    const renewed = pairing.successor && pairing.successor.status !== 'REJECTED'
    if (which.grade === 'UNQUALIFIED' && renewed) {
      throw new Refusal('ALREADY_RENEWED', '已办续聘，请先撤回续聘，再登记不合格。', ['grade'])
    }
    return changePairing(tx, pairing, { grade: which.grade })
  })
}

/** The rules asked again of a pairing that stands; a rotation once approved stays approved. */
async function stillEligible(viewer: Viewer, pairing: Pairing, tx: Tx): Promise<void> {
  const from = dayOf(pairing.termFrom)
  await checkEligible(
    viewer,
    {
      communityCode: pairing.communityCode,
      practitionerId: pairing.practitionerId,
      seat: pairing.seat,
      term: { from, to: dayOf(pairing.endsOn) },
      approval: pairing.approval ?? '',
      ignorePairingOf: { practitionerId: pairing.practitionerId, from },
    },
    tx,
  )
}

/** Ends a pause that is open, on that day. */
export async function closePause(tx: Tx, { id }: Pairing, day: string): Promise<void> {
  const validTo = midnightUtc(day)
  await tx.pairingPause.deleteMany({ where: { pairingId: id, validTo: null, validFrom: { gte: validTo } } })
  await tx.pairingPause.updateMany({ where: { pairingId: id, validTo: null }, data: { validTo } })
}

/** Cancels what is planned from a day on; calendars are told by the raised sequence. Answers how many. */
export async function cancelOpenVisits(tx: Tx, pairingId: string, from: string, reason: string): Promise<number> {
  const { count } = await tx.visit.updateMany({
    where: { pairingId, status: 'PLANNED', plannedOn: { gte: midnightUtc(from) } },
    data: { status: 'CANCELLED', reason, sequence: { increment: 1 } },
  })
  return count
}

export function checkDay(label: string, day: string, { termFrom, endsOn }: Pairing, path: string): void {
  const sentence = refuseDayOfTerm(label, day, { from: dayOf(termFrom), to: dayOf(endsOn) })
  if (sentence !== null) throw new Refusal('INVALID', `${sentence}。`, [path])
}
