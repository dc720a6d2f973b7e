import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
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

const CreateCommunityInput = builder.inputType('CreateCommunityInput', {
  fields: (t) => ({
    code: t.string({ required: true, description: '12 位统计用区划代码；前 9 位是街道' }),
    fields: t.field({ type: CommunityFieldsInput, required: true }),
  }),
})

const UpdateCommunityInput = builder.inputType('UpdateCommunityInput', {
  fields: (t) => ({
    code: t.string({ required: true }),
    expectedVersion: t.int({ required: true, description: '打开时的版本' }),
    fields: t.field({ type: CommunityFieldsInput, required: true }),
  }),
})

const ChangeCommunityStatusInput = builder.inputType('ChangeCommunityStatusInput', {
  fields: (t) => ({
    code: t.string({ required: true }),
    expectedVersion: t.int({ required: true }),
    to: t.field({ type: CommunityStatusEnum, required: true }),
    reason: t.string({ required: true }),
  }),
})

builder.mutationFields((t) => ({
  createCommunity: t.prismaField({
    type: CommunityRef,
    description: '登记社区（村）',
    authScopes: { may: 'place:write' },
    errors: {},
    args: { input: t.arg({ type: CreateCommunityInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const code = await createCommunity(viewerOf(context), { ...fieldsOf(input.fields), code: input.code })
      return db.community.findFirstOrThrow({ ...query, where: { code } })
    },
  }),
  updateCommunity: t.prismaField({
    type: CommunityRef,
    description: '修改社区（村）的资料',
    authScopes: { may: 'place:write' },
    errors: {},
    args: { input: t.arg({ type: UpdateCommunityInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const code = await updateCommunity(viewerOf(context), input.code, input.expectedVersion, fieldsOf(input.fields))
      return db.community.findFirstOrThrow({ ...query, where: { code } })
    },
  }),
  changeCommunityStatus: t.prismaField({
    type: CommunityRef,
    description: '撤并社区（村），或恢复',
    authScopes: { may: 'place:write' },
    errors: {},
    args: { input: t.arg({ type: ChangeCommunityStatusInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const code = await changeCommunityStatus(viewerOf(context), input.code, input)
      return db.community.findFirstOrThrow({ ...query, where: { code } })
    },
  }),
}))
