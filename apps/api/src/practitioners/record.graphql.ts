import { act } from '../acts/act.ts'
import { withReason } from '../acts/actInputs.ts'
import { builder } from '../graphql/builder.ts'
import { dayOf } from '../time/dates.ts'
import { AssessmentResultEnum, PractitionerRef, SanctionKindEnum, SanctionRef } from './practitioner.graphql.ts'
import { act as actOnPractitioner } from './practitionerActs.graphql.ts'
import { addSanction, liftSanction, recordAssessment, recordAssessments } from './record.ts'

const RecordedAssessments = builder.objectRef<{ recorded: number; kept: number }>('RecordedAssessments').implement({
  description: '批量登记的结果',
  fields: (t) => ({
    recorded: t.exposeInt('recorded', { description: '登记的人数' }),
    kept: t.exposeInt('kept', { description: '该年度已有结果、未改动的人数' }),
  }),
})

actOnPractitioner('recordAssessment', {
  description: '登记或更正年度考核结果',
  may: 'practitioner:create',
  input: (t) => ({
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
    year: t.int({ required: true }),
    result: t.field({ type: AssessmentResultEnum, required: true }),
  }),
  run: (viewer, { practitionerId, ...assessment }) => recordAssessment(viewer, practitionerId, assessment),
})

act('recordAssessments', {
  type: RecordedAssessments,
  description: '批量登记年度考核结果；该年度已有结果的不改',
  may: 'practitioner:create',
  input: (t) => ({
    practitionerIds: t.globalIDList({ for: [PractitionerRef], required: true, description: '至多 500 人' }),
    year: t.int({ required: true }),
    result: t.field({ type: AssessmentResultEnum, required: true }),
  }),
  run: (viewer, { practitionerIds, ...assessment }) => recordAssessments(viewer, practitionerIds, assessment),
})

actOnPractitioner('addSanction', {
  description: '登记处罚、处分、通报',
  may: 'practitioner:create',
  input: (t) => ({
    practitionerId: t.globalID({ for: [PractitionerRef], required: true }),
    kind: t.field({ type: SanctionKindEnum, required: true }),
    validFrom: t.field({ type: 'Date', required: true }),
    validTo: t.field({ type: 'Date', description: '期满日（不含）；不填为长期' }),
    blocksPairing: t.boolean({ required: true, description: '期内不得结对' }),
    ...withReason(t),
    documentNo: t.string({ description: '文号' }),
  }),
  run: (viewer, { practitionerId, validFrom, validTo, ...sanction }) => {
    const days = { validFrom: dayOf(validFrom), validTo: validTo ? dayOf(validTo) : null }
    return addSanction(viewer, practitionerId, { ...sanction, ...days })
  },
})

actOnPractitioner('liftSanction', {
  description: '解除处罚、处分、通报',
  may: 'practitioner:create',
  input: (t) => ({
    id: t.globalID({ for: [SanctionRef], required: true }),
    on: t.field({ type: 'Date', required: true, description: '自该日起解除' }),
    ...withReason(t),
  }),
  run: (viewer, { id, on, reason }) => liftSanction(viewer, id, { on: dayOf(on), reason }),
})
