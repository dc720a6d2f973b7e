import type { PractitionerStatus } from '@sitai/db/client'
import type { LocalDate } from '@sitai/rules/calendar'
import { practitionerMachine } from '@sitai/rules/machines'
import { today } from '../time/clock.ts'
import { dayOf, midnightUtc } from '../time/dates.ts'
import { raise, Refusal } from '../acts/refusal.ts'
import { findFirm } from '../firms/firm.ts'
import { checkedReason, checkMove, expectOne } from '../acts/checks.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { practitionerRefusals } from './practitioner.access.ts'
import { checkJoinedOn, findPractitioner } from './practitioner.ts'

interface PractitionerMove {
  readonly to: PractitionerStatus
  readonly reason: string
  readonly expectedVersion: number
  /** The day it counts from; today when left out. Matters where a membership ends with it. */
  readonly on?: LocalDate | null
}

/**
 * Verifies, suspends, resumes, cancels or moves a practitioner out. With cancelling and moving out the membership ends.
 * Pairings stay and show on the desk: the bureau decides each.
 */
export async function changePractitionerStatus(viewer: Viewer, id: string, move: PractitionerMove): Promise<string> {
  const reason = checkedReason(move.reason)
  const on = move.on ?? today()
  checkJoinedOn(on, 'on')
  return write(
    viewer,
    'changePractitionerStatus',
    async (tx) => {
      const person = await findPractitioner(tx, viewer, id)
      raise(practitionerRefusals.changePractitionerStatus(viewer))
      checkMove(practitionerMachine, person.status, move.to)
      if (move.to === 'ACTIVE' && person.firmId === null) {
        throw new Refusal('FIRM_REQUIRED', '尚未登记执业机构，请先办理转所。')
      }
      expectOne(
        await tx.practitioner.updateMany({ where: { id, version: move.expectedVersion }, data: { status: move.to } }),
      )
      if (move.to === 'CANCELLED' || move.to === 'TRANSFERRED_OUT') await endMembership(tx, id, on)
      return id
    },
    { reason },
  )
}

interface Transfer {
  readonly firmId: string
  readonly on: LocalDate
  readonly reason: string
  readonly expectedVersion: number
}

/**
 * Moves a practitioner to another firm from a day on: one membership ends, the next begins. What happened before that
 * day stays credited to the old firm; what was entered for days since then goes to the new one (BR-08, BR-42), except
 * what is locked. Pairings go on.
 */
export async function transferPractitioner(viewer: Viewer, id: string, transfer: Transfer): Promise<string> {
  const reason = checkedReason(transfer.reason)
  checkJoinedOn(transfer.on, 'on')
  return write(
    viewer,
    'transferPractitioner',
    async (tx) => {
      const person = await findPractitioner(tx, viewer, id)
      raise(practitionerRefusals.transferPractitioner(viewer))
      if (person.status === 'CANCELLED') throw new Refusal('STATE_CHANGED', '已注销的人员不能转所。')
      const firm = await findFirm(tx, viewer, transfer.firmId)
      if (firm.status !== 'ACTIVE') throw new Refusal('FIRM_NOT_ACTIVE', '转入的机构不在正常执业状态。', ['firmId'])
      if (firm.id === person.firmId) throw new Refusal('SAME_FIRM', '已经在这家机构执业。', ['firmId'])
      // The version is raised by hand: the membership is a row of its own.
      expectOne(
        await tx.practitioner.updateMany({
          where: { id, version: transfer.expectedVersion },
          data: { divisionCode: firm.divisionCode, version: { increment: 1 } },
        }),
      )
      await endMembership(tx, id, transfer.on)
      await tx.firmMembership.create({
        data: { practitionerId: id, firmId: firm.id, validFrom: midnightUtc(transfer.on) },
      })
      await creditAgain(tx, id, transfer.on)
      return id
    },
    { reason },
  )
}

async function endMembership(tx: Tx, practitionerId: string, on: LocalDate): Promise<void> {
  const validTo = midnightUtc(on)
  const open = await tx.firmMembership.findFirst({ where: { practitionerId, validTo: null } })
  if (!open) return
  if (open.validFrom >= validTo) {
    throw new Refusal('RANGE_INVALID', `${dayOf(open.validFrom)} 才到现机构，最早自次日起办理。`, ['on'])
  }
  await tx.firmMembership.update({ where: { id: open.id }, data: { validTo } })
}

/** Visits and logs of the days since then, to the firm of their day. */
async function creditAgain(tx: Tx, practitionerId: string, on: LocalDate): Promise<void> {
  await tx.$executeRaw`
    UPDATE visit SET firm_id = firm_on(practitioner_id, planned_on)
     WHERE practitioner_id = ${practitionerId}::uuid AND planned_on >= ${on}::date
       AND firm_id IS DISTINCT FROM firm_on(practitioner_id, planned_on)`
  await tx.$executeRaw`
    UPDATE service_log SET firm_id = firm_on(practitioner_id, occurred_on)
     WHERE practitioner_id = ${practitionerId}::uuid AND occurred_on >= ${on}::date AND status <> 'LOCKED'
       AND firm_id IS DISTINCT FROM firm_on(practitioner_id, occurred_on)`
}
