import type { Prisma } from '@sitai/db/client'
import { inDistricts } from '../access/place.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Viewer } from '../access/viewer.ts'

/** Whoever works in a place sees its firms: the register of firms is public. */
export function visibleFirms(viewer: Viewer): Prisma.FirmWhereInput {
  return { divisionCode: inDistricts(viewer.divisionCode) }
}

/** The bureau keeps the register; a firm admin may correct their own firm's address and telephone. */
export function refuseUpdateFirm(viewer: Viewer, firm: { id: string }): Refusal | null {
  if (viewer.role === 'BUREAU_ADMIN') return null
  if (viewer.role === 'FIRM_ADMIN' && viewer.firmId === firm.id) return null
  return new Refusal('NOT_YOURS', '只能修改本机构的资料。')
}

/** States and inspections are the bureau's. */
export function refuseManageFirm(viewer: Viewer): Refusal | null {
  return viewer.role === 'BUREAU_ADMIN' ? null : new Refusal('NOT_YOURS', '由司法局办理。')
}

/** What a firm's columns are called in a sentence. */
export const firmFieldLabels: Readonly<Record<string, string>> = {
  kind: '机构类别',
  name: '机构名称',
  creditCode: '统一社会信用代码',
  licenceNo: '执业许可证号',
  orgForm: '组织形式',
  director: '负责人',
  phone: '办公电话',
  address: '地址',
  lat: '纬度',
  lng: '经度',
  streetCode: '所在街道',
  setUpOn: '设立日期',
  partyOrg: '党组织',
  note: '备注',
}

const ofFirmAdmin = ['phone', 'address', 'lat', 'lng']

/** The fields of a firm this viewer may change; the form leaves the others greyed. */
export function editableFirmFields(viewer: Viewer, firm: { id: string }): readonly string[] {
  if (refuseUpdateFirm(viewer, firm)) return []
  return viewer.role === 'BUREAU_ADMIN' ? Object.keys(firmFieldLabels) : ofFirmAdmin
}

/** The refusal of the first changed field that is not a firm admin's to change. */
export function refuseFirmFields(viewer: Viewer, changed: readonly string[]): Refusal | null {
  if (viewer.role === 'BUREAU_ADMIN') return null
  const field = changed.find((name) => !ofFirmAdmin.includes(name))
  if (field === undefined) return null
  return new Refusal('FIELD_NOT_YOURS', `「${firmFieldLabels[field] ?? field}」由司法局核定，如需更正请联系司法局。`, [
    field,
  ])
}

/** Who sees a firm's people and what hangs on them: the bureau and its leaders, and the firm itself. */
export function isOwnOrBureau(viewer: Viewer, firm: { id: string }): boolean {
  return viewer.role === 'BUREAU_ADMIN' || viewer.role === 'LEADER' || viewer.firmId === firm.id
}
