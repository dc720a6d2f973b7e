import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { dayOf } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { AssessmentResultEnum, PractitionerRef, SanctionKindEnum, SanctionRef } from './practitioner.graphql.ts'
import { addSanction, liftSanction, recordAssessment, recordAssessments } from './record.ts'

const RecordAssessmentInput = builder.inputType('RecordAssessmentInput', {
  fields: (t) => ({
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
    year: t.int({ required: true }),
    result: t.field({ type: AssessmentResultEnum, required: true }),
  }),
})

const RecordAssessmentsInput = builder.inputType('RecordAssessmentsInput', {
  fields: (t) => ({
    practitionerIds: t.globalIDList({ for: [PractitionerRef], required: true, description: '至多 500 人' }),
    year: t.int({ required: true }),
    result: t.field({ type: AssessmentResultEnum, required: true }),
  }),
})

const AddSanctionInput = builder.inputType('AddSanctionInput', {
  fields: (t) => ({
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
    kind: t.field({ type: SanctionKindEnum, required: true }),
    validFrom: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date', description: '期满日（不含）；不填为长期' }),
    blocksPairing: t.boolean({ required: true, description: '期内不得结对' }),
    reason: t.string({ required: true }),
    documentNo: t.string({ description: '文号' }),
  }),
})

const LiftSanctionInput = builder.inputType('LiftSanctionInput', {
  fields: (t) => ({
    id: t.globalID({ for: [SanctionRef], required: true }),
    on: t.field({ type: 'Date', required: true, description: '自该日起解除' }),
    reason: t.string({ required: true }),
  }),
})

const RecordedAssessments = builder.objectRef<{ recorded: number; kept: number }>('RecordedAssessments').implement({
  description: '批量登记的结果',
  fields: (t) => ({
    recorded: t.exposeInt('recorded', { description: '登记的人数' }),
    kept: t.exposeInt('kept', { description: '该年度已有结果、未改动的人数' }),
  }),
})

builder.mutationFields((t) => ({
  recordAssessment: t.prismaField({
    type: PractitionerRef,
    description: '登记或更正年度考核结果',
    authScopes: { may: 'practitioner:create' },
    errors: {},
    args: { input: t.arg({ type: RecordAssessmentInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await recordAssessment(viewerOf(context), input.practitionerId.id, input)
      return db.practitioner.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  recordAssessments: t.field({
    type: RecordedAssessments,
    description: '批量登记年度考核结果；该年度已有结果的不改',
    authScopes: { may: 'practitioner:create' },
    errors: {},
    args: { input: t.arg({ type: RecordAssessmentsInput, required: true }) },
    resolve: (_root, { input }, context) =>
      recordAssessments(
        viewerOf(context),
        input.practitionerIds.map(({ id }) => id),
        input,
      ),
  }),
  addSanction: t.prismaField({
    type: PractitionerRef,
    description: '登记处罚、处分、通报',
    authScopes: { may: 'practitioner:create' },
    errors: {},
    args: { input: t.arg({ type: AddSanctionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const sanction = {
        ...input,
        validFrom: dayOf(input.validFrom),
        validTo: input.validTo ? dayOf(input.validTo) : null,
      }
      const id = await addSanction(viewerOf(context), input.practitionerId.id, sanction)
      return db.practitioner.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  liftSanction: t.prismaField({
    type: PractitionerRef,
    description: '解除处罚、处分、通报',
    authScopes: { may: 'practitioner:create' },
    errors: {},
    args: { input: t.arg({ type: LiftSanctionInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await liftSanction(viewerOf(context), input.id.id, { on: dayOf(input.on), reason: input.reason })
      return db.practitioner.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
}))
