import {
  AssessmentResult,
  Gender,
  PoliticalStatus,
  PractitionerKind,
  PractitionerStatus,
  SanctionKind,
} from '@sitai/db/client'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { today } from '../time/clock.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { midnightUtc } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { HangingPairingRef, hangingPairings } from '../pairings/hanging.graphql.ts'
import { heldPairings } from '../pairings/held.ts'
import { labelFor } from '../dictionaries/inPlace.ts'
import { TimelineEventRef } from '../timeline/timeline.graphql.ts'
import { practitionerRecord } from './practitioner.record.ts'
import { editableFields, practitionerRefusals, visiblePractitioners, visibleSanctions } from './practitioner.access.ts'
import { practitionerTimeline } from './practitioner.timeline.ts'

export const PractitionerKindEnum = builder.enumType(PractitionerKind, {
  name: 'PractitionerKind',
  description: '执业类别',
})
export const PractitionerStatusEnum = builder.enumType(PractitionerStatus, {
  name: 'PractitionerStatus',
  description: '执业状态',
})
export const PoliticalStatusEnum = builder.enumType(PoliticalStatus, {
  name: 'PoliticalStatus',
  description: '政治面貌',
})
export const GenderEnum = builder.enumType(Gender, { name: 'Gender', description: '性别' })
export const AssessmentResultEnum = builder.enumType(AssessmentResult, {
  name: 'AssessmentResult',
  description: '年度考核结果',
})
export const SanctionKindEnum = builder.enumType(SanctionKind, { name: 'SanctionKind', description: '惩戒类别' })

const SpecialtyRef = builder.prismaObject('PractitionerSpecialty', {
  fields: (t) => ({
    topicCode: t.exposeString('topicCode'),
    topicLabel: t.string({
      select: { topicCode: true, practitioner: { select: { divisionCode: true } } },
      resolve: ({ topicCode, practitioner }, _args, context) =>
        labelFor(context, 'TOPIC', practitioner.divisionCode, topicCode),
    }),
    level: t.exposeInt('level', { description: '1 了解、2 熟练、3 专长' }),
  }),
})

const MembershipRef = builder.prismaObject('FirmMembership', {
  fields: (t) => ({
    firm: t.relation('firm'),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: '止日（不含）；空为至今' }),
  }),
})

const AssessmentRef = builder.prismaObject('AnnualAssessment', {
  fields: (t) => ({
    year: t.exposeInt('year'),
    result: t.expose('result', { type: AssessmentResultEnum }),
  }),
})

export const SanctionRef = builder.prismaNode('Sanction', {
  ...nodeById({ ...practitionerRecord, visible: visibleSanctions }),
  fields: (t) => ({
    kind: t.expose('kind', { type: SanctionKindEnum }),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: '期满日（不含）；空为长期' }),
    blocksPairing: t.exposeBoolean('blocksPairing', { description: '期内不得结对' }),
    reason: t.exposeString('reason'),
    documentNo: t.exposeString('documentNo', { nullable: true }),
    isInForce: t.boolean({
      description: '今天尚在期内，或将来起算',
      select: { validTo: true },
      resolve: ({ validTo }) => validTo === null || validTo > midnightUtc(today()),
    }),
  }),
})

export const PractitionerRef = builder.prismaNode('Practitioner', {
  ...nodeById(practitionerRecord),
  fields: (t) => ({
    kind: t.expose('kind', { type: PractitionerKindEnum }),
    name: t.exposeString('name'),
    gender: t.expose('gender', { type: GenderEnum, nullable: true }),
    birthYear: t.exposeInt('birthYear', { nullable: true }),
    licenceNo: t.exposeString('licenceNo'),
    firstLicensedOn: t.expose('firstLicensedOn', { type: 'Date', nullable: true }),
    politicalStatus: t.expose('politicalStatus', { type: PoliticalStatusEnum }),
    phoneMasked: t.exposeString('phoneMasked', { nullable: true }),
    idNoMasked: t.exposeString('idNoMasked', { nullable: true }),
    languages: t.exposeStringList('languages'),
    capacity: t.exposeInt('capacity', { description: '可任社区数' }),
    load: t.relationCount('pairings', { description: '现结对社区数（在任或拟聘）', where: () => heldPairings() }),
    status: t.expose('status', { type: PractitionerStatusEnum }),
    divisionCode: t.exposeString('divisionCode'),
    note: t.exposeString('note', { nullable: true }),
    version: t.exposeInt('version'),
    firm: t.relation('firm', { nullable: true, description: '现执业机构' }),
    specialties: t.relation('specialties', {
      type: SpecialtyRef,
      query: { orderBy: [{ level: 'desc' }, { topicCode: 'asc' }] },
    }),
    memberships: t.relation('memberships', {
      type: MembershipRef,
      description: '执业经历，新的在前',
      query: { orderBy: { validFrom: 'desc' } },
    }),
    assessments: t.relation('assessments', {
      type: AssessmentRef,
      description: '年度考核，新的在前',
      args: { first: t.arg.int({ description: '只要最近几年' }) },
      query: ({ first }) => ({ orderBy: { year: 'desc' as const }, take: Math.min(Math.max(first ?? 100, 0), 100) }),
    }),
    sanctions: t.relation('sanctions', {
      type: SanctionRef,
      description: '惩戒，新的在前',
      query: { orderBy: { validFrom: 'desc' } },
    }),
    hangingPairings: t.field({
      type: [HangingPairingRef],
      description: '名下在任或拟聘的结对',
      resolve: ({ id }) => hangingPairings({ practitionerId: id }),
    }),
    editableFields: t.stringList({
      description: '可以修改的各项；空为不能修改',
      resolve: (_person, _args, context) => [...editableFields(viewerOf(context))],
    }),
    refusals: t.field({
      ...refusalsField,
      resolve: (person, _args, context) => refusedActs(viewerOf(context), practitionerRefusals, person),
    }),
    timeline: t.field({
      type: [TimelineEventRef],
      description: '经过，新的在前',
      resolve: ({ id }) => practitionerTimeline(id),
    }),
  }),
})

builder.queryField('practitioner', (t) =>
  t.prismaField({
    type: PractitionerRef,
    nullable: true,
    description: '一名执业人员',
    authScopes: { may: 'practitioner:read' },
    args: { id: t.arg.globalID({ for: PractitionerRef, required: true }) },
    resolve: (query, _root, { id }, context) =>
      db.practitioner.findFirst({ ...query, where: { id: id.id, AND: visiblePractitioners(viewerOf(context)) } }),
  }),
)
