import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { PractitionerRef } from '../practitioners/practitioner.graphql.ts'
import { renewPairing, replacePairing, terminatePairing } from './endings.ts'
import { PairingRef, SeatEnum, TermGradeEnum } from './pairing.graphql.ts'
import {
  activatePairing,
  confirmPairing,
  gradePairing,
  pausePairing,
  proposePairing,
  rejectPairing,
  resumePairing,
} from './pairing.ts'

/** What every act on one pairing is told: which, and the version the clerk sees. */
const WhichInput = builder.inputType('PairingActInput', {
  description: '办理哪个结对',
  fields: (t) => ({
    id: t.globalID({ for: [PairingRef], required: true }),
    expectedVersion: t.int({ required: true, description: '所见的版本' }),
  }),
})

const ProposeInput = builder.inputType('ProposePairingInput', {
  fields: (t) => ({
    communityCode: t.string({ required: true, description: '社区的区划代码' }),
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
    seat: t.field({ type: SeatEnum, required: true }),
    termFrom: t.field({ type: 'Date', required: true, description: '聘期首日' }),
    termTo: t.field({ type: 'Date', required: true, description: '聘期之后的第一天' }),
    visitsPerMonth: t.int({ required: true, description: '每月驻点次数' }),
    note: t.string({ description: '说明' }),
    approval: t.string({ description: '领导批准意见：超过连任届数时必填' }),
  }),
})

const RejectInput = builder.inputType('RejectPairingInput', {
  fields: (t) => ({
    id: t.globalID({ for: [PairingRef], required: true }),
    expectedVersion: t.int({ required: true }),
    reason: t.string({ required: true, description: '理由' }),
  }),
})

const PauseInput = builder.inputType('PausePairingInput', {
  fields: (t) => ({
    id: t.globalID({ for: [PairingRef], required: true }),
    expectedVersion: t.int({ required: true }),
    from: t.field({ type: 'Date', required: true, description: '暂停首日' }),
    reason: t.string({ required: true, description: '原因' }),
  }),
})

const TerminateInput = builder.inputType('TerminatePairingInput', {
  fields: (t) => ({
    id: t.globalID({ for: [PairingRef], required: true }),
    expectedVersion: t.int({ required: true }),
    ground: t.string({ required: true, description: '解聘事由，字典代码' }),
    effectiveOn: t.field({ type: 'Date', required: true, description: '不再担任的第一天' }),
    note: t.string({ description: '说明' }),
  }),
})

const ReplaceInput = builder.inputType('ReplacePairingInput', {
  fields: (t) => ({
    id: t.globalID({ for: [PairingRef], required: true }),
    expectedVersion: t.int({ required: true }),
    ground: t.string({ required: true, description: '解聘事由，字典代码' }),
    effectiveOn: t.field({ type: 'Date', required: true, description: '新顾问的首日，即原顾问不再担任的第一天' }),
    note: t.string({ description: '解聘的说明' }),
    practitionerId: t.globalID({ for: [PractitionerRef], required: true, description: '新顾问' }),
    termTo: t.field({ type: 'Date', description: '新聘期之后的第一天；空为原聘期' }),
    visitsPerMonth: t.int(),
    approval: t.string({ description: '领导批准意见' }),
    replacementNote: t.string({ description: '新结对的说明' }),
  }),
})

const RenewInput = builder.inputType('RenewPairingInput', {
  fields: (t) => ({
    id: t.globalID({ for: [PairingRef], required: true }),
    expectedVersion: t.int({ required: true }),
    termTo: t.field({ type: 'Date', description: '新聘期之后的第一天；空为与上一期等长' }),
    visitsPerMonth: t.int(),
    note: t.string(),
    approval: t.string({ description: '领导批准意见：超过连任届数时必填' }),
  }),
})

const GradeInput = builder.inputType('GradePairingInput', {
  fields: (t) => ({
    id: t.globalID({ for: [PairingRef], required: true }),
    expectedVersion: t.int({ required: true }),
    grade: t.field({ type: TermGradeEnum, description: '空为撤去' }),
  }),
})

/** An act's input with the bare ids the acts work with. */
function bare<Input extends { readonly id: { readonly id: string } }>(
  input: Input,
): Omit<Input, 'id'> & { id: string } {
  return { ...input, id: input.id.id }
}

const found = (id: string) => ({ where: { id } })

builder.mutationFields((t) => ({
  proposePairing: t.prismaField({
    type: PairingRef,
    description: '拟结对',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: ProposeInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      proposePairing(viewerOf(context), { ...input, practitionerId: input.practitionerId.id }, query),
  }),
  confirmPairing: t.prismaField({
    type: PairingRef,
    description: '确认拟结对',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: WhichInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      db.pairing.findFirstOrThrow({ ...query, ...found(await confirmPairing(viewerOf(context), bare(input))) }),
  }),
  activatePairing: t.prismaField({
    type: PairingRef,
    description: '聘期已到，开始履职',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: WhichInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      db.pairing.findFirstOrThrow({ ...query, ...found(await activatePairing(viewerOf(context), bare(input))) }),
  }),
  rejectPairing: t.prismaField({
    type: PairingRef,
    description: '不予通过，或在聘期前撤回',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: RejectInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      db.pairing.findFirstOrThrow({ ...query, ...found(await rejectPairing(viewerOf(context), bare(input))) }),
  }),
  pausePairing: t.prismaField({
    type: PairingRef,
    description: '暂停履职',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: PauseInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      db.pairing.findFirstOrThrow({ ...query, ...found(await pausePairing(viewerOf(context), bare(input))) }),
  }),
  resumePairing: t.prismaField({
    type: PairingRef,
    description: '恢复履职',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: WhichInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      db.pairing.findFirstOrThrow({ ...query, ...found(await resumePairing(viewerOf(context), bare(input))) }),
  }),
  terminatePairing: t.prismaField({
    type: PairingRef,
    description: '解聘',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: TerminateInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      db.pairing.findFirstOrThrow({ ...query, ...found(await terminatePairing(viewerOf(context), bare(input))) }),
  }),
  replacePairing: t.prismaField({
    type: PairingRef,
    description: '更换顾问：解聘并由新顾问接任，答新结对',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: ReplaceInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      db.pairing.findFirstOrThrow({
        ...query,
        ...found(await replacePairing(viewerOf(context), { ...bare(input), practitionerId: input.practitionerId.id })),
      }),
  }),
  renewPairing: t.prismaField({
    type: PairingRef,
    description: '续聘，答新的一期',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: RenewInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      db.pairing.findFirstOrThrow({ ...query, ...found(await renewPairing(viewerOf(context), bare(input))) }),
  }),
  gradePairing: t.prismaField({
    type: PairingRef,
    description: '登记聘期考核等次',
    authScopes: { may: 'pairing:write' },
    errors: {},
    args: { input: t.arg({ type: GradeInput, required: true }) },
    resolve: async (query, _root, { input }, context) =>
      db.pairing.findFirstOrThrow({
        ...query,
        ...found(await gradePairing(viewerOf(context), { ...bare(input), grade: input.grade ?? null })),
      }),
  }),
}))
