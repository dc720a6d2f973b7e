import { districtOf } from '@sitai/rules/community'
import { Refusal } from '../acts/refusal.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Tx } from '../acts/write.ts'
import { visibleStreets } from './street.access.ts'

/** The district a thing at this street belongs to; without a street, the viewer's own place. Refuses a foreign street. */
export async function divisionAt(tx: Tx, viewer: Viewer, streetCode: string | null | undefined): Promise<string> {
  if (!streetCode) return viewer.divisionCode
  await knownStreet(tx, viewer, streetCode, 'streetCode')
  return districtOf(streetCode)
}

/** Refuses, at `field`, a street that is not registered or not of the viewer's place. */
export async function knownStreet(tx: Tx, viewer: Viewer, code: string, field: string): Promise<void> {
  const street = await tx.street.findFirst({ where: { code, AND: visibleStreets(viewer) }, select: { code: true } })
  if (!street) throw new Refusal('STREET_UNKNOWN', '没有登记这个街道，或不在您的管辖范围内。', [field])
}
