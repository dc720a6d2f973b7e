import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { PractitionerRef } from '../practitioners/practitioner.graphql.ts'
import type { Viewer } from '../access/viewer.ts'
import { pairCommunities, undoPairings } from './batch.ts'
import { visiblePairings } from './pairing.access.ts'
import { PairingRef } from './pairing.graphql.ts'

const BatchRef = builder.objectRef<{ batchId: string }>('PairingBatch').implement({
  description: '一次办理的结对，可以整批撤销',
  fields: (t) => ({
    batchId: t.exposeString('batchId'),
    count: t.int({
      description: '个数',
      resolve: ({ batchId }, _args, context) => db.pairing.count({ where: ofBatch(viewerOf(context), batchId) }),
    }),
    pairings: t.prismaField({
      type: [PairingRef],
      resolve: (query, { batchId }, _args, context) =>
        db.pairing.findMany({
          ...query,
          where: ofBatch(viewerOf(context), batchId),
          orderBy: { communityCode: 'asc' },
        }),
    }),
  }),
})

function ofBatch(viewer: Viewer, batchId: string) {
  return { batchId, AND: visiblePairings(viewer) }
}

const UndoneRef = builder.objectRef<{ count: number }>('PairingsUndone').implement({
  description: '已撤销',
  fields: (t) => ({ count: t.exposeInt('count', { description: '撤销的个数' }) }),
})

const PairInput = builder.inputType('PairCommunityInput', {
  fields: (t) => ({
    idempotencyKey: t.string({ required: true, description: '客户端生成的 UUID；重发时答同一结果，也是撤销的批次' }),
    communityCode: t.string({ required: true }),
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
    termFrom: t.field({ type: 'Date', required: true, description: '聘期首日' }),
    termTo: t.field({ type: 'Date', required: true, description: '聘期之后的第一天' }),
    visitsPerMonth: t.int({ required: true }),
    note: t.string(),
    approval: t.string({ description: '领导批准意见：超过连任届数时必填' }),
  }),
})

const LineInput = builder.inputType('PairingLineInput', {
  fields: (t) => ({
    communityCode: t.string({ required: true }),
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
    note: t.string(),
    approval: t.string(),
  }),
})

const PairManyInput = builder.inputType('PairCommunitiesInput', {
  fields: (t) => ({
    idempotencyKey: t.string({ required: true, description: '客户端生成的 UUID；重发时答同一结果，也是撤销的批次' }),
    lines: t.field({ type: [LineInput], required: true, description: '至多 100 个社区' }),
    termFrom: t.field({ type: 'Date', required: true }),
    termTo: t.field({ type: 'Date', required: true }),
    visitsPerMonth: t.int({ required: true }),
  }),
})

const UndoInput = builder.inputType('UndoPairingsInput', {
  isOneOf: true,
  fields: (t) => ({
    batchId: t.string({ description: '整批' }),
    id: t.globalID({ for: [PairingRef], description: '一个结对' }),
  }),
})

builder.mutationFields((t) => ({
  pairCommunity: t.prismaField({
    type: PairingRef,
    description: '为一个社区结对首席顾问，即时生效',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: PairInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const { communityCode, note, approval, ...batch } = input
      const line = { communityCode, note, approval, practitionerId: input.practitionerId.id }
      const batchId = await pairCommunities(viewerOf(context), { ...batch, lines: [line] })
      return db.pairing.findFirstOrThrow({ ...query, where: { batchId, communityCode } })
    },
  }),
  pairCommunities: t.field({
    type: BatchRef,
    description: '批量结对，全部办成或全部不办',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: PairManyInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const lines = input.lines.map((line) => ({ ...line, practitionerId: line.practitionerId.id }))
      return { batchId: await pairCommunities(viewerOf(context), { ...input, lines }) }
    },
  }),
  undoPairings: t.field({
    type: UndoneRef,
    description: '撤销新结对',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: UndoInput, required: true }) },
    resolve: async (_root, { input }, context) => ({
      count: await undoPairings(viewerOf(context), { batchId: input.batchId, id: input.id?.id }),
    }),
  }),
}))
