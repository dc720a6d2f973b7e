import { act } from '../acts/act.ts'
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

const LineInput = builder.inputType('PairingLineInput', {
  fields: (t) => ({
    communityCode: t.string({ required: true }),
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
    note: t.string(),
    approval: t.string(),
  }),
})

const UndoInput = builder.inputType('UndoPairingsInput', {
  isOneOf: true,
  fields: (t) => ({
    batchId: t.string({ description: '整批' }),
    id: t.globalID({ for: [PairingRef], description: '一个结对' }),
  }),
})

const may = 'pairing:write'

act('pairCommunity', {
  type: PairingRef,
  description: '为一个社区结对首席顾问，即时生效',
  may,
  input: (t) => ({
    idempotencyKey: t.string({ required: true, description: '客户端生成的 UUID；重发时答同一结果，也是撤销的批次' }),
    communityCode: t.string({ required: true }),
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
    termFrom: t.field({ type: 'Date', required: true, description: '聘期首日' }),
    termTo: t.field({ type: 'Date', required: true, description: '聘期之后的第一天' }),
    visitsPerMonth: t.int({ required: true }),
    note: t.string(),
    approval: t.string({ description: '领导批准意见：超过连任届数时必填' }),
  }),
  run: async (viewer, { communityCode, practitionerId, note, approval, ...batch }, query) => {
    const lines = [{ communityCode, practitionerId, note, approval }]
    const batchId = await pairCommunities(viewer, { ...batch, lines })
    return db.pairing.findFirstOrThrow({ ...query(), where: { batchId, communityCode } })
  },
})

act('pairCommunities', {
  type: BatchRef,
  description: '批量结对，全部办成或全部不办',
  may,
  input: (t) => ({
    idempotencyKey: t.string({ required: true, description: '客户端生成的 UUID；重发时答同一结果，也是撤销的批次' }),
    lines: t.field({ type: [LineInput], required: true, description: '至多 100 个社区' }),
    termFrom: t.field({ type: 'Date', required: true }),
    termTo: t.field({ type: 'Date', required: true }),
    visitsPerMonth: t.int({ required: true }),
  }),
  run: async (viewer, input) => ({ batchId: await pairCommunities(viewer, input) }),
})

act('undoPairings', {
  type: UndoneRef,
  description: '撤销新结对',
  may,
  input: UndoInput,
  run: async (viewer, input) => ({ count: await undoPairings(viewer, input) }),
})
