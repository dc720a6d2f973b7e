import { actsOn } from '../acts/act.ts'
import { which, withReason } from '../acts/actInputs.ts'
import { dayOf } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { FirmFieldsInput, FirmInspectionResultEnum, FirmRef, FirmStatusEnum } from './firm.graphql.ts'
import { changeFirmStatus, createFirm, recordInspection, updateFirm, type FirmFields } from './firm.ts'

function fieldsOf({ setUpOn, ...fields }: typeof FirmFieldsInput.$inferInput): FirmFields {
  return { ...fields, setUpOn: setUpOn ? dayOf(setUpOn) : setUpOn }
}

const act = actsOn(FirmRef, (query, id) => db.firm.findFirstOrThrow({ ...query, where: { id } }))

act('createFirm', {
  description: '登记机构',
  may: 'firm:create',
  input: (t) => ({ fields: t.field({ type: FirmFieldsInput, required: true }) }),
  run: (viewer, { fields }) => createFirm(viewer, fieldsOf(fields)),
})

act('updateFirm', {
  description: '修改机构的资料；律所管理员可改本机构的地址和电话',
  may: 'firm:write',
  input: (t) => ({ ...which(t, FirmRef), fields: t.field({ type: FirmFieldsInput, required: true }) }),
  run: (viewer, { id, expectedVersion, fields }) => updateFirm(viewer, id, expectedVersion, fieldsOf(fields)),
})

act('changeFirmStatus', {
  description: '机构停业整顿、恢复、注销',
  may: 'firm:create',
  input: (t) => ({ ...which(t, FirmRef), to: t.field({ type: FirmStatusEnum, required: true }), ...withReason(t) }),
  run: (viewer, { id, ...move }) => changeFirmStatus(viewer, id, move),
})

act('recordInspection', {
  description: '登记或更正年度检查考核结果',
  may: 'firm:create',
  input: (t) => ({
    firmId: t.globalID({ for: [FirmRef], required: true }),
    year: t.int({ required: true }),
    result: t.field({ type: FirmInspectionResultEnum, required: true }),
  }),
  run: (viewer, { firmId, ...inspection }) => recordInspection(viewer, firmId, inspection),
})
