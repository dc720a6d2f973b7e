import type { AssessmentResult, SanctionKind } from '@sitai/db/client'
import type { LocalDate } from '@sitai/rules/calendar'
import { line } from '@sitai/rules/fields'
import { graveReason } from '@sitai/rules/reason'
import { midnightUtc } from '../time/dates.ts'
import { notFound, raise, Refusal } from '../acts/refusal.ts'
import { checkedReason, checkedYear } from '../acts/checks.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { practitionerRefusals, visiblePractitioners } from './practitioner.access.ts'
import { findPractitioner } from './practitioner.ts'

interface Assessment {
  readonly year: number
  readonly result: AssessmentResult
}

/** Enters the result of a year's assessment, or corrects the one that stands. */
export async function recordAssessment(
  viewer: Viewer,
  practitionerId: string,
  { year, result }: Assessment,
): Promise<string> {
  checkedYear(year)
  return write(viewer, 'recordAssessment', async (tx) => {
    await findPractitioner(tx, viewer, practitionerId)
    raise(practitionerRefusals.recordAssessment(viewer))
    await tx.annualAssessment.upsert({
      where: { practitionerId_year: { practitionerId, year } },
      create: { practitionerId, year, result },
      update: { result },
    })
    return practitionerId
  })
}

/** Most people one batch may take: a page of a list. */
const largestBatch = 500

/**
 * Enters one result of a year for many at once. Who has a result for that year keeps it: a batch never overwrites.
 * Answers how many were entered and how many kept theirs. One unknown id refuses the whole batch.
 */
export async function recordAssessments(viewer: Viewer, ids: readonly string[], { year, result }: Assessment) {
  checkedYear(year)
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) throw new Refusal('NOBODY_CHOSEN', '请先选择人员。', ['practitionerIds'])
  if (wanted.length > largestBatch)
    throw new Refusal('TOO_MANY', `一次最多登记 ${largestBatch} 人。`, ['practitionerIds'])
  return write(viewer, 'recordAssessments', async (tx) => {
    raise(practitionerRefusals.recordAssessments(viewer))
    const seen = await tx.practitioner.count({ where: { id: { in: wanted }, AND: visiblePractitioners(viewer) } })
    if (seen < wanted.length) throw notFound('些执业人员')
    const { count } = await tx.annualAssessment.createMany({
      data: wanted.map((practitionerId) => ({ practitionerId, year, result })),
      skipDuplicates: true,
    })
    return { recorded: count, kept: wanted.length - count }
  })
}

interface NewSanction {
  readonly kind: SanctionKind
  readonly validFrom: LocalDate
  /** The day from which it no longer counts; null for no end. */
  readonly validTo?: LocalDate | null
  readonly blocksPairing: boolean
  readonly reason: string
  readonly documentNo?: string | null
}

/** Enters a sanction. While it lasts, and if it blocks, nobody pairs the practitioner; what is paired stays. */
export async function addSanction(viewer: Viewer, practitionerId: string, sanction: NewSanction): Promise<string> {
  const reason = checkedReason(sanction.reason, graveReason)
  const documentNo = line(60)(sanction.documentNo ?? '', '文号')
  if (!documentNo.ok) throw new Refusal('INVALID', `${documentNo.reason}。`, ['documentNo'])
  return write(viewer, 'addSanction', async (tx) => {
    await findPractitioner(tx, viewer, practitionerId)
    raise(practitionerRefusals.addSanction(viewer))
    await tx.sanction.create({
      data: {
        practitionerId,
        kind: sanction.kind,
        validFrom: midnightUtc(sanction.validFrom),
        validTo: sanction.validTo ? midnightUtc(sanction.validTo) : null,
        blocksPairing: sanction.blocksPairing,
        reason,
        documentNo: documentNo.value || null,
      },
    })
    return practitionerId
  })
}

/** Ends a sanction on a day, with a reason; it stays on record. */
export async function liftSanction(
  viewer: Viewer,
  id: string,
  { on, reason }: { on: LocalDate; reason: string },
): Promise<string> {
  const why = checkedReason(reason, graveReason)
  return write(
    viewer,
    'liftSanction',
    async (tx) => {
      const sanction = await tx.sanction.findFirst({ where: { id, practitioner: visiblePractitioners(viewer) } })
      if (!sanction) throw notFound('条惩戒记录')
      raise(practitionerRefusals.liftSanction(viewer))
      const validTo = midnightUtc(on)
      if (sanction.validTo !== null && sanction.validTo <= validTo) {
        throw new Refusal('ALREADY_LIFTED', '该惩戒在此日之前已经期满或解除。', ['on'])
      }
      await tx.sanction.update({ where: { id }, data: { validTo } })
      return sanction.practitionerId
    },
    { reason: why },
  )
}
