import type { Prisma } from '@sitai/db/client'
import { practitionerFields } from '@sitai/rules/practitioner.fields'
import type { RecordFields } from '@sitai/rules/recordFields'
import { inDistricts } from '../access/place.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Refusals } from '../acts/refusals.ts'
import type { Viewer } from '../access/viewer.ts'

/** The bureau sees the people of its place, a firm admin those of the firm, a lawyer himself or herself. */
export function visiblePractitioners(viewer: Viewer): Prisma.PractitionerWhereInput {
  const place = { divisionCode: inDistricts(viewer.divisionCode) }
  if (viewer.role === 'FIRM_ADMIN') return { AND: [place, { firmId: viewer.firmId ?? nobody }] }
  if (viewer.role === 'LAWYER') return { AND: [place, { id: viewer.practitionerId ?? nobody }] }
  return place
}

/** The sanctions of those one sees. */
export function visibleSanctions(viewer: Viewer): Prisma.SanctionWhereInput {
  return { practitioner: visiblePractitioners(viewer) }
}

const nobody = '00000000-0000-0000-0000-000000000000'

const labels: RecordFields = practitionerFields
const ofFirmAdmin = ['phone', 'languages', 'specialties', 'capacity']
const ofLawyer = ['phone', 'languages', 'specialties']

/** The fields this viewer may change of someone they may see; the form leaves the others greyed. */
export function editableFields(viewer: Viewer): readonly string[] {
  if (viewer.role === 'BUREAU_ADMIN') return Object.keys(practitionerFields)
  if (viewer.role === 'FIRM_ADMIN') return ofFirmAdmin
  return viewer.role === 'LAWYER' ? ofLawyer : []
}

function refuseUpdatePractitioner(viewer: Viewer): Refusal | null {
  return editableFields(viewer).length > 0 ? null : new Refusal('NOT_YOURS', '执业人员资料由司法局和所在机构维护。')
}

/** The refusal of the first changed field that is not this viewer's to change. */
export function refuseFields(viewer: Viewer, changed: readonly string[]): Refusal | null {
  const editable = editableFields(viewer)
  const field = changed.find((name) => !editable.includes(name))
  if (field === undefined) return null
  return new Refusal('FIELD_NOT_YOURS', `「${labels[field]?.label ?? field}」由司法局核定，如需更正请联系司法局。`, [
    field,
  ])
}

/** States, membership, assessments and sanctions are the bureau's. */
function refuseManage(viewer: Viewer): Refusal | null {
  return viewer.role === 'BUREAU_ADMIN' ? null : new Refusal('NOT_YOURS', '由司法局办理。')
}

/** Who may do what with a practitioner. */
export const practitionerRefusals = {
  updatePractitioner: refuseUpdatePractitioner,
  changePractitionerStatus: refuseManage,
  transferPractitioner: refuseManage,
  recordAssessment: refuseManage,
  recordAssessments: refuseManage,
  addSanction: refuseManage,
  liftSanction: refuseManage,
} satisfies Refusals<unknown>
