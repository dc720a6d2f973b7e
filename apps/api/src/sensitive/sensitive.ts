import { instantOf } from '@sitai/rules/calendar'
import { graveReason } from '@sitai/rules/reason'
import { today } from '../time/clock.ts'
import { visibleCommunities } from '../communities/community.access.ts'
import { decrypt } from './crypto.ts'
import { notFound, Refusal } from '../acts/refusal.ts'
import { presentPairings } from '../pairings/held.ts'
import { visiblePractitioners } from '../practitioners/practitioner.access.ts'
import { checkedReason } from '../acts/checks.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'

/** How many numbers one account may look at in a day. */
export const revealsPerDay = 50

export interface Revealing {
  readonly of: 'Practitioner' | 'Community'
  readonly id: string
  readonly field: 'PHONE' | 'ID_NO'
  readonly reason: string
}

/**
 * A masked number in full, for a grave reason. The look is written into the audit log in the same
 * transaction; an account has fifty a day. A firm admin looks at the firm's people, a lawyer at the own numbers;
 * either at the contact of a community they advise.
 */
export async function revealSensitive(viewer: Viewer, { of, id, field, reason }: Revealing) {
  const why = checkedReason(reason, graveReason)
  return write(
    viewer,
    'revealSensitive',
    async (tx) => {
      const used = await looksToday(tx, viewer)
      if (used >= revealsPerDay) {
        throw new Refusal(
          'REVEAL_LIMIT',
          `今天已查看 ${used} 次，达到每日 ${revealsPerDay} 次的上限，请明天再查，或请有权限的同事代查。`,
        )
      }
      const found =
        of === 'Practitioner'
          ? await practitionerNumber(tx, viewer, id, field)
          : await communityNumber(tx, viewer, id, field)
      if (!found.cipher) throw new Refusal('NOTHING_THERE', '没有登记这个号码。')
      const after = JSON.stringify({ field: found.column })
      const entity = of === 'Practitioner' ? 'practitioner' : 'community'
      await tx.$queryRaw`SELECT record_event('REVEAL', ${entity}, ${id}, ${found.firmId}::uuid, ${after}::jsonb)::text`
      return { value: decrypt(found.cipher), remaining: revealsPerDay - used - 1 }
    },
    { reason: why },
  )
}

/** The account's looks of today; two at once wait for each other, so that the limit holds. */
async function looksToday(tx: Tx, viewer: Viewer): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`reveal:${viewer.accountId}`}, 0))::text`
  const at = { gte: instantOf(today(), '00:00') }
  return tx.auditEvent.count({ where: { accountId: viewer.accountId, operation: 'REVEAL', at } })
}

async function practitionerNumber(tx: Tx, viewer: Viewer, id: string, field: Revealing['field']) {
  const person = await tx.practitioner.findFirst({
    where: { id, AND: visiblePractitioners(viewer) },
    select: { phoneCipher: true, idNoCipher: true, firmId: true },
  })
  if (!person) throw notFound('名执业人员')
  const phone = field === 'PHONE'
  return {
    cipher: phone ? person.phoneCipher : person.idNoCipher,
    column: phone ? 'phone' : 'id_no',
    firmId: person.firmId,
  }
}

async function communityNumber(tx: Tx, viewer: Viewer, code: string, field: Revealing['field']) {
  const community = await tx.community.findFirst({
    where: { code, AND: visibleCommunities(viewer) },
    select: { contactPhoneCipher: true },
  })
  if (!community) throw notFound('个社区')
  if (viewer.role !== 'BUREAU_ADMIN') {
    const advised = await tx.pairing.count({
      where: { communityCode: code, ...presentPairings(), practitioner: visiblePractitioners(viewer) },
    })
    if (advised === 0) throw new Refusal('NOT_YOURS', '只能查看本人（本机构）所任社区的联系电话。')
  }
  return { cipher: field === 'PHONE' ? community.contactPhoneCipher : null, column: 'contact_phone', firmId: null }
}
