import { FirmInspectionResult, FirmKind, FirmStatus, OrgForm, PartyOrg, type Prisma } from '@sitai/db/client'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { TimelineEventRef } from '../timeline/timeline.graphql.ts'
import { firmRecord } from './firm.record.ts'
import { db } from '../data/db.ts'
import { paged, searchWords } from '../lists/listQuery.ts'
import { HangingPairingRef, hangingPairings } from '../pairings/hanging.graphql.ts'
import { SortDirection } from '../lists/sort.graphql.ts'
import type { Viewer } from '../access/viewer.ts'
import { editableFirmFields, firmRefusals, isOwnOrBureau, visibleFirms } from './firm.access.ts'
import { firmTimeline } from './firm.timeline.ts'

const FirmKindEnum = builder.enumType(FirmKind, { name: 'FirmKind', description: '机构类别' })
export const FirmStatusEnum = builder.enumType(FirmStatus, { name: 'FirmStatus', description: '机构状态' })
const OrgFormEnum = builder.enumType(OrgForm, { name: 'OrgForm', description: '组织形式' })
const PartyOrgEnum = builder.enumType(PartyOrg, { name: 'PartyOrg', description: '党组织' })

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

const FirmFilter = builder.inputType('FirmFilter', {
  description: '机构的筛选条件',
  fields: (t) => ({
    kind: t.field({ type: FirmKindEnum }),
    status: t.field({ type: [FirmStatusEnum] }),
    partyOrg: t.field({ type: PartyOrgEnum }),
    streetCode: t.string(),
  }),
})

const FirmOrderField = builder.enumType('FirmOrderField', {
  description: '机构的排序列',
  values: ['NAME', 'KIND', 'SET_UP_ON', 'STATUS', 'STREET'] as const,
})
const FirmOrder = builder.inputType('FirmOrder', {
  fields: (t) => ({
    field: t.field({ type: FirmOrderField, required: true }),
    direction: t.field({ type: SortDirection, required: true }),
  }),
})

interface FirmListArgs {
  readonly filter?: typeof FirmFilter.$inferInput | null
  readonly search?: string | null
}

/** The firms of a list: exports read the same. */
export function listedFirms(viewer: Viewer, { filter, search }: FirmListArgs): Prisma.FirmWhereInput {
  return {
    AND: [
      visibleFirms(viewer),
      filter?.kind ? { kind: filter.kind } : {},
      filter?.status?.length ? { status: { in: filter.status } } : {},
      filter?.partyOrg ? { partyOrg: filter.partyOrg } : {},
      filter?.streetCode ? { streetCode: filter.streetCode } : {},
      searchWords(search, (text, plain): Prisma.FirmWhereInput[] => [
        { name: { contains: text } },
        { initials: { startsWith: plain } },
        { pinyin: { startsWith: plain } },
        { licenceNo: { startsWith: text.toUpperCase() } },
        { creditCode: { startsWith: text.toUpperCase() } },
      ]) ?? {},
    ],
  }
}

/** Prisma's order of a list; ends with the key, so that pages never overlap. */
export function firmOrder(
  orderBy: typeof FirmOrder.$inferInput | null | undefined,
): Prisma.FirmOrderByWithRelationInput[] {
  const direction = orderBy?.direction ?? 'asc'
  const first = {
    NAME: { pinyin: direction },
    SET_UP_ON: { setUpOn: { sort: direction, nulls: 'last' as const } },
    STATUS: { status: direction },
    KIND: { kind: direction },
    STREET: { streetCode: { sort: direction, nulls: 'last' as const } },
  }[orderBy?.field ?? 'NAME']
  return [first, { pinyin: 'asc' }, { id: 'asc' }]
}

builder.queryFields((t) => ({
  firms: t.prismaConnection({
    type: FirmRef,
    cursor: 'id',
    description: '机构一览',
    authScopes: { may: 'firm:read' },
    args: {
      filter: t.arg({ type: FirmFilter }),
      search: t.arg.string({ description: '名称、拼音首字母、许可证号、信用代码' }),
      orderBy: t.arg({ type: FirmOrder }),
      offset: t.arg.int({ description: '跳过的条数' }),
    },
    totalCount: (_root, args, context) => db.firm.count({ where: listedFirms(viewerOf(context), args) }),
    resolve: (query, _root, args, context) =>
      db.firm.findMany({
        ...paged(query, args.offset),
        where: listedFirms(viewerOf(context), args),
        orderBy: firmOrder(args.orderBy),
      }),
  }),
  firm: t.prismaField({
    type: FirmRef,
    nullable: true,
    description: '一家机构',
    authScopes: { may: 'firm:read' },
    args: { id: t.arg.globalID({ for: FirmRef, required: true }) },
    resolve: (query, _root, { id }, context) =>
      db.firm.findFirst({ ...query, where: { id: id.id, AND: visibleFirms(viewerOf(context)) } }),
  }),
}))
