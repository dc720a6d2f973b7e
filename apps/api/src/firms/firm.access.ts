import type { Prisma } from '@sitai/db/client'
import { within } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Viewer } from '../viewer.ts'

/** Whoever works in a place sees its firms: the register of firms is public. */
export function visibleFirms(viewer: Viewer): Prisma.FirmWhereInput {
  return { divisionCode: within(viewer.divisionCode) }
}

/** The bureau keeps the register; a firm admin may correct their own firm's address and telephone. */
export function refuseUpdateFirm(viewer: Viewer, firm: { id: string }): Refusal | null {
  if (viewer.role === 'BUREAU_ADMIN') return null
  if (viewer.role === 'FIRM_ADMIN' && viewer.firmId === firm.id) return null
  return new Refusal('NOT_YOURS', '只能修改本机构的资料。')
}
