import { actsOn } from '../acts/act.ts'
import { seen, withReason } from '../acts/actInputs.ts'
import { builder } from '../graphql/builder.ts'
import { db } from '../data/db.ts'
import { CommunityKindEnum, CommunityRef, CommunityStatusEnum } from './community.graphql.ts'
import { changeCommunityStatus, createCommunity, updateCommunity, type CommunityFields } from './community.ts'

const DemandInput = builder.inputType('CommunityDemandInput', {
  fields: (t) => ({
    topicCode: t.string({ required: true, description: '字典 TOPIC' }),
    weight: t.int({ required: true, description: '权重 1 至 5' }),
  }),
})

const CommunityFieldsInput = builder.inputType('CommunityFields', {
  description: '社区的各项；修改时未给出的不变，null 为清空',
  fields: (t) => ({
    name: t.string(),
    kind: t.field({ type: CommunityKindEnum }),
    address: t.string(),
    lat: t.float(),
    lng: t.float(),
    population: t.int(),
    migrantPopulation: t.int(),
    contactName: t.string(),
    contactPhone: t.string(),
    officeHours: t.string(),
    visitRoom: t.string(),
    demands: t.field({ type: [DemandInput] }),
  }),
})

/** The rules speak of a demand's topic, the schema of its code. */
function fieldsOf({ demands, ...fields }: typeof CommunityFieldsInput.$inferInput): CommunityFields {
  return { ...fields, demands: demands?.map(({ topicCode, weight }) => ({ topic: topicCode, weight })) }
}

const act = actsOn(CommunityRef, (query, code) => db.community.findFirstOrThrow({ ...query, where: { code } }))

act('createCommunity', {
  description: '登记社区（村）',
  may: 'place:write',
  input: (t) => ({
    code: t.string({ required: true, description: '12 位统计用区划代码；前 9 位是街道' }),
    fields: t.field({ type: CommunityFieldsInput, required: true }),
  }),
  run: (viewer, { code, fields }) => createCommunity(viewer, { ...fieldsOf(fields), code }),
})

act('updateCommunity', {
  description: '修改社区（村）的资料',
  may: 'place:write',
  input: (t) => ({
    code: t.string({ required: true }),
    ...seen(t),
    fields: t.field({ type: CommunityFieldsInput, required: true }),
  }),
  run: (viewer, { code, expectedVersion, fields }) => updateCommunity(viewer, code, expectedVersion, fieldsOf(fields)),
})

act('changeCommunityStatus', {
  description: '撤并社区（村），或恢复',
  may: 'place:write',
  input: (t) => ({
    code: t.string({ required: true }),
    ...seen(t),
    to: t.field({ type: CommunityStatusEnum, required: true }),
    ...withReason(t),
  }),
  run: (viewer, { code, ...move }) => changeCommunityStatus(viewer, code, move),
})
