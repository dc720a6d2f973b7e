import { builder } from '../graphql/builder.ts'
import { today } from '../time/clock.ts'
import { viewerOf } from '../graphql/context.ts'
import { dayOf } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { FirmRef } from '../firms/firm.graphql.ts'
import {
  GenderEnum,
  PoliticalStatusEnum,
  PractitionerKindEnum,
  PractitionerRef,
  PractitionerStatusEnum,
} from './practitioner.graphql.ts'
import { createPractitioner, updatePractitioner, type PractitionerFields } from './practitioner.ts'
import { changePractitionerStatus, transferPractitioner } from './status.ts'

const SpecialtyInput = builder.inputType('SpecialtyInput', {
  fields: (t) => ({
    topicCode: t.string({ required: true, description: '字典 TOPIC' }),
    level: t.int({ required: true, description: '1 了解、2 熟练、3 专长' }),
  }),
})

const PractitionerFieldsInput = builder.inputType('PractitionerFields', {
  description: '执业人员的各项；修改时未给出的不变，null 为清空',
  fields: (t) => ({
    kind: t.field({ type: PractitionerKindEnum }),
    name: t.string(),
    gender: t.field({ type: GenderEnum }),
    birthYear: t.int(),
    licenceNo: t.string(),
    firstLicensedOn: t.field({ type: 'Date' }),
    politicalStatus: t.field({ type: PoliticalStatusEnum }),
    phone: t.string(),
    idNo: t.string(),
    languages: t.stringList(),
    capacity: t.int(),
    specialties: t.field({ type: [SpecialtyInput] }),
    note: t.string(),
  }),
})

/** The rules speak of a specialty's topic, the schema of its code; a list that is null is left as it is. */
function fieldsOf({
  firstLicensedOn,
  specialties,
  languages,
  ...fields
}: typeof PractitionerFieldsInput.$inferInput): PractitionerFields {
  return {
    ...fields,
    languages: languages ?? undefined,
    firstLicensedOn: firstLicensedOn ? dayOf(firstLicensedOn) : firstLicensedOn,
    specialties: specialties?.map(({ topicCode, level }) => ({ topic: topicCode, level })),
  }
}

const CreatePractitionerInput = builder.inputType('CreatePractitionerInput', {
  fields: (t) => ({
    firmId: t.globalID({ for: [FirmRef], required: true, description: '执业机构' }),
    joinedOn: t.field({ type: 'Date', description: '到所日期；不填为今天' }),
    fields: t.field({ type: PractitionerFieldsInput, required: true }),
  }),
})

const UpdatePractitionerInput = builder.inputType('UpdatePractitionerInput', {
  fields: (t) => ({
    id: t.globalID({ for: [PractitionerRef], required: true }),
    expectedVersion: t.int({ required: true, description: '打开时的版本' }),
    fields: t.field({ type: PractitionerFieldsInput, required: true }),
  }),
})

const ChangePractitionerStatusInput = builder.inputType('ChangePractitionerStatusInput', {
  fields: (t) => ({
    id: t.globalID({ for: [PractitionerRef], required: true }),
    expectedVersion: t.int({ required: true }),
    to: t.field({ type: PractitionerStatusEnum, required: true }),
    on: t.field({ type: 'Date', description: '注销、转出的日期，自该日起不在所；不填为今天' }),
    reason: t.string({ required: true }),
  }),
})

const TransferPractitionerInput = builder.inputType('TransferPractitionerInput', {
  fields: (t) => ({
    id: t.globalID({ for: [PractitionerRef], required: true }),
    expectedVersion: t.int({ required: true }),
    firmId: t.globalID({ for: [FirmRef], required: true, description: '转入的机构' }),
    on: t.field({ type: 'Date', required: true, description: '自该日起在新机构执业' }),
    reason: t.string({ required: true }),
  }),
})

builder.mutationFields((t) => ({
  createPractitioner: t.prismaField({
    type: PractitionerRef,
    description: '登记执业人员，待核验',
    authScopes: { may: 'practitioner:create' },
    errors: {},
    args: { input: t.arg({ type: CreatePractitionerInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const joining = { firmId: input.firmId.id, joinedOn: input.joinedOn ? dayOf(input.joinedOn) : today() }
      const id = await createPractitioner(viewerOf(context), joining, fieldsOf(input.fields))
      return db.practitioner.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  updatePractitioner: t.prismaField({
    type: PractitionerRef,
    description: '修改执业人员的资料；各角色可改的项见 editableFields',
    authScopes: { may: 'practitioner:write' },
    errors: {},
    args: { input: t.arg({ type: UpdatePractitionerInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await updatePractitioner(viewerOf(context), input.id.id, input.expectedVersion, fieldsOf(input.fields))
      return db.practitioner.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  changePractitionerStatus: t.prismaField({
    type: PractitionerRef,
    description: '核验、停止执业、恢复、注销、转出',
    authScopes: { may: 'practitioner:create' },
    errors: {},
    args: { input: t.arg({ type: ChangePractitionerStatusInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const move = { ...input, on: input.on ? dayOf(input.on) : null }
      const id = await changePractitionerStatus(viewerOf(context), input.id.id, move)
      return db.practitioner.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  transferPractitioner: t.prismaField({
    type: PractitionerRef,
    description: '转所：自某日起在另一家机构执业',
    authScopes: { may: 'practitioner:create' },
    errors: {},
    args: { input: t.arg({ type: TransferPractitionerInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const transfer = { ...input, firmId: input.firmId.id, on: dayOf(input.on) }
      const id = await transferPractitioner(viewerOf(context), input.id.id, transfer)
      return db.practitioner.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
}))
