import type { Prisma } from '@sitai/db/client'
import { firmFields } from '@sitai/rules/firm.fields'
import type { RecordFields } from '@sitai/rules/recordFields'
import { inDistricts } from '../access/place.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Refusals } from '../acts/refusals.ts'
import type { Viewer } from '../access/viewer.ts'

/** Whoever works in a place sees its firms: the register of firms is public. */
export function visibleFirms(viewer: Viewer): Prisma.FirmWhereInput {
  return { divisionCode: inDistricts(viewer.divisionCode) }
}

/** The bureau keeps the register; a firm admin may correct their own firm's address and telephone. */
function refuseUpdateFirm(viewer: Viewer, firm: { id: string }): Refusal | null {
  if (viewer.role === 'BUREAU_ADMIN') return null
  if (viewer.role === 'FIRM_ADMIN' && viewer.firmId === firm.id) return null
  return new Refusal('NOT_YOURS', '只能修改本机构的资料。')
}

/** States and inspections are the bureau's. */
function refuseManageFirm(viewer: Viewer): Refusal | null {
  return viewer.role === 'BUREAU_ADMIN' ? null : new Refusal('NOT_YOURS', '由司法局办理。')
}

/** Who may do what with a firm. */
export const firmRefusals = {
  updateFirm: refuseUpdateFirm,
  changeFirmStatus: refuseManageFirm,
  recordInspection: refuseManageFirm,
} satisfies Refusals<{ id: string }>

const labels: RecordFields = firmFields
const ofFirmAdmin = ['phone', 'address', 'lat', 'lng']

/** The fields of a firm this viewer may change; the form leaves the others greyed. */
export function editableFirmFields(viewer: Viewer, firm: { id: string }): readonly string[] {
  if (refuseUpdateFirm(viewer, firm)) return []
  return viewer.role === 'BUREAU_ADMIN' ? Object.keys(firmFields) : ofFirmAdmin
}

/** The refusal of the first changed field that is not a firm admin's to change. */
export function refuseFirmFields(viewer: Viewer, changed: readonly string[]): Refusal | null {
  if (viewer.role === 'BUREAU_ADMIN') return null
  const field = changed.find((name) => !ofFirmAdmin.includes(name))
  if (field === undefined) return null
  return new Refusal('FIELD_NOT_YOURS', `「${labels[field]?.label ?? field}」由司法局核定，如需更正请联系司法局。`, [
    field,
  ])
}

/** Who sees a firm's people and what hangs on them: the bureau and its leaders, and the firm itself. */
export function isOwnOrBureau(viewer: Viewer, firm: { id: string }): boolean {
  return viewer.role === 'BUREAU_ADMIN' || viewer.role === 'LEADER' || viewer.firmId === firm.id
}
