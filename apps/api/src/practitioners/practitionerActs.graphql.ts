import { actsOn } from '../acts/act.ts'
import { which, withReason } from '../acts/actInputs.ts'
import { builder } from '../graphql/builder.ts'
import { today } from '../time/clock.ts'
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

/** Adds an act on a practitioner. */
export const act = actsOn(PractitionerRef, (query, id) => db.practitioner.findFirstOrThrow({ ...query, where: { id } }))

act('createPractitioner', {
  description: '登记执业人员，待核验',
  may: 'practitioner:create',
  input: (t) => ({
    firmId: t.globalID({ for: [FirmRef], required: true, description: '执业机构' }),
    joinedOn: t.field({ type: 'Date', description: '到所日期；不填为今天' }),
    fields: t.field({ type: PractitionerFieldsInput, required: true }),
  }),
  run: (viewer, { firmId, joinedOn, fields }) =>
    createPractitioner(viewer, { firmId, joinedOn: joinedOn ? dayOf(joinedOn) : today() }, fieldsOf(fields)),
})

act('updatePractitioner', {
  description: '修改执业人员的资料；各角色可改的项见 editableFields',
  may: 'practitioner:write',
  input: (t) => ({ ...which(t, PractitionerRef), fields: t.field({ type: PractitionerFieldsInput, required: true }) }),
  run: (viewer, { id, expectedVersion, fields }) => updatePractitioner(viewer, id, expectedVersion, fieldsOf(fields)),
})

act('changePractitionerStatus', {
  description: '核验、停止执业、恢复、注销、转出',
  may: 'practitioner:create',
  input: (t) => ({
    ...which(t, PractitionerRef),
    to: t.field({ type: PractitionerStatusEnum, required: true }),
    on: t.field({ type: 'Date', description: '注销、转出的日期，自该日起不在所；不填为今天' }),
    ...withReason(t),
  }),
  run: (viewer, { id, on, ...move }) => changePractitionerStatus(viewer, id, { ...move, on: on ? dayOf(on) : null }),
})

act('transferPractitioner', {
  description: '转所：自某日起在另一家机构执业',
  may: 'practitioner:create',
  input: (t) => ({
    ...which(t, PractitionerRef),
    firmId: t.globalID({ for: [FirmRef], required: true, description: '转入的机构' }),
    on: t.field({ type: 'Date', required: true, description: '自该日起在新机构执业' }),
    ...withReason(t),
  }),
  run: (viewer, { id, on, ...transfer }) => transferPractitioner(viewer, id, { ...transfer, on: dayOf(on) }),
})
