import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { dayOf } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { FirmFieldsInput, FirmInspectionResultEnum, FirmRef, FirmStatusEnum } from './firm.graphql.ts'
import { changeFirmStatus, createFirm, recordInspection, updateFirm, type FirmFields } from './firm.ts'

function fieldsOf({ setUpOn, ...fields }: typeof FirmFieldsInput.$inferInput): FirmFields {
  return { ...fields, setUpOn: setUpOn ? dayOf(setUpOn) : setUpOn }
}

const CreateFirmInput = builder.inputType('CreateFirmInput', {
  fields: (t) => ({ fields: t.field({ type: FirmFieldsInput, required: true }) }),
})

const UpdateFirmInput = builder.inputType('UpdateFirmInput', {
  fields: (t) => ({
    id: t.globalID({ for: [FirmRef], required: true }),
    expectedVersion: t.int({ required: true, description: '打开时的版本' }),
    fields: t.field({ type: FirmFieldsInput, required: true }),
  }),
})

const ChangeFirmStatusInput = builder.inputType('ChangeFirmStatusInput', {
  fields: (t) => ({
    id: t.globalID({ for: [FirmRef], required: true }),
    expectedVersion: t.int({ required: true }),
    to: t.field({ type: FirmStatusEnum, required: true }),
    reason: t.string({ required: true }),
  }),
})

const RecordInspectionInput = builder.inputType('RecordInspectionInput', {
  fields: (t) => ({
    firmId: t.globalID({ for: [FirmRef], required: true }),
    year: t.int({ required: true }),
    result: t.field({ type: FirmInspectionResultEnum, required: true }),
  }),
})

builder.mutationFields((t) => ({
  createFirm: t.prismaField({
    type: FirmRef,
    description: '登记机构',
    authScopes: { may: 'firm:create' },
    errors: {},
    args: { input: t.arg({ type: CreateFirmInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await createFirm(viewerOf(context), fieldsOf(input.fields))
      return db.firm.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  updateFirm: t.prismaField({
    type: FirmRef,
    description: '修改机构的资料；律所管理员可改本机构的地址和电话',
    authScopes: { may: 'firm:write' },
    errors: {},
    args: { input: t.arg({ type: UpdateFirmInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await updateFirm(viewerOf(context), input.id.id, input.expectedVersion, fieldsOf(input.fields))
      return db.firm.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  changeFirmStatus: t.prismaField({
    type: FirmRef,
    description: '机构停业整顿、恢复、注销',
    authScopes: { may: 'firm:create' },
    errors: {},
    args: { input: t.arg({ type: ChangeFirmStatusInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await changeFirmStatus(viewerOf(context), input.id.id, input)
      return db.firm.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  recordInspection: t.prismaField({
    type: FirmRef,
    description: '登记或更正年度检查考核结果',
    authScopes: { may: 'firm:create' },
    errors: {},
    args: { input: t.arg({ type: RecordInspectionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await recordInspection(viewerOf(context), input.firmId.id, input)
      return db.firm.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
}))
