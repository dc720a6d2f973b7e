import { FirmInspectionResult, FirmKind, FirmStatus, OrgForm, PartyOrg } from '@sitai/db/client'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { TimelineEventRef } from '../timeline/timeline.graphql.ts'
import { firmRecord } from './firm.record.ts'
import { db } from '../data/db.ts'
import { HangingPairingRef, hangingPairings } from '../pairings/hanging.graphql.ts'
import { editableFirmFields, firmRefusals, isOwnOrBureau, visibleFirms } from './firm.access.ts'
import { firmTimeline } from './firm.timeline.ts'

export const FirmKindEnum = builder.enumType(FirmKind, { name: 'FirmKind', description: '机构类别' })
export const FirmStatusEnum = builder.enumType(FirmStatus, { name: 'FirmStatus', description: '机构状态' })
const OrgFormEnum = builder.enumType(OrgForm, { name: 'OrgForm', description: '组织形式' })
export const PartyOrgEnum = builder.enumType(PartyOrg, { name: 'PartyOrg', description: '党组织' })

export const FirmInspectionResultEnum = builder.enumType(FirmInspectionResult, {
  name: 'FirmInspectionResult',
  description: '年度检查考核结果',
})

const InspectionRef = builder.prismaObject('FirmInspection', {
  fields: (t) => ({
    year: t.exposeInt('year'),
    result: t.expose('result', { type: FirmInspectionResultEnum }),
  }),
})

export const FirmRef = builder.prismaNode('Firm', {
  ...nodeById(firmRecord),
  fields: (t) => ({
    kind: t.expose('kind', { type: FirmKindEnum }),
    name: t.exposeString('name'),
    creditCode: t.exposeString('creditCode'),
    licenceNo: t.exposeString('licenceNo'),
    orgForm: t.expose('orgForm', { type: OrgFormEnum, nullable: true }),
    director: t.exposeString('director', { nullable: true }),
    address: t.exposeString('address', { nullable: true }),
    lat: t.exposeFloat('lat', { nullable: true }),
    lng: t.exposeFloat('lng', { nullable: true }),
    divisionCode: t.exposeString('divisionCode'),
    setUpOn: t.expose('setUpOn', { type: 'Date', nullable: true }),
    status: t.expose('status', { type: FirmStatusEnum }),
    partyOrg: t.expose('partyOrg', { type: PartyOrgEnum }),
    phone: t.exposeString('phone', { nullable: true }),
    note: t.exposeString('note', { nullable: true }),
    version: t.exposeInt('version'),
    street: t.relation('street', { nullable: true }),
    inspections: t.relation('inspections', { type: InspectionRef, query: { orderBy: { year: 'desc' } } }),
    hangingPairings: t.field({
      type: [HangingPairingRef],
      description: '本机构人员名下在任或拟聘的结对；他所不可见',
      resolve: (firm, _args, context) =>
        isOwnOrBureau(viewerOf(context), firm) ? hangingPairings({ practitioner: { firmId: firm.id } }) : [],
    }),
    editableFields: t.stringList({
      description: '可以修改的各项；空为不能修改',
      resolve: (firm, _args, context) => [...editableFirmFields(viewerOf(context), firm)],
    }),
    refusals: t.field({
      ...refusalsField,
      resolve: (firm, _args, context) => refusedActs(viewerOf(context), firmRefusals, firm),
    }),
    practitionerCount: t.relationCount('practitioners', {
      description: '在册执业的人数',
      where: { status: 'ACTIVE' },
    }),
    timeline: t.field({
      type: [TimelineEventRef],
      description: '经过，新的在前',
      resolve: (firm, _args, context) => firmTimeline(firm.id, isOwnOrBureau(viewerOf(context), firm)),
    }),
  }),
})

export const FirmFieldsInput = builder.inputType('FirmFields', {
  description: '机构的各项；修改时未给出的不变，null 为清空',
  fields: (t) => ({
    kind: t.field({ type: FirmKindEnum }),
    name: t.string(),
    creditCode: t.string({ description: '统一社会信用代码' }),
    licenceNo: t.string({ description: '执业许可证号' }),
    orgForm: t.field({ type: OrgFormEnum }),
    director: t.string(),
    phone: t.string({ description: '办公电话' }),
    address: t.string(),
    lat: t.float(),
    lng: t.float(),
    streetCode: t.string(),
    setUpOn: t.field({ type: 'Date' }),
    partyOrg: t.field({ type: PartyOrgEnum }),
    note: t.string(),
  }),
})

builder.queryField('firm', (t) =>
  t.prismaField({
    type: FirmRef,
    nullable: true,
    description: '一家机构',
    authScopes: { may: 'firm:read' },
    args: { id: t.arg.globalID({ for: FirmRef, required: true }) },
    resolve: (query, _root, { id }, context) =>
      db.firm.findFirst({ ...query, where: { id: id.id, AND: visibleFirms(viewerOf(context)) } }),
  }),
)
