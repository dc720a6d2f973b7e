import { CheckInMethod, VisitStatus } from '@sitai/db/client'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { db } from '../data/db.ts'
import { FirmRef } from '../firms/firm.graphql.ts'
import { globalId } from '../graphql/ids.ts'
import { visibleVisits, visitRefusals } from './visit.access.ts'
import { visitRecord } from './visit.record.ts'
import { isIncomplete, needsConfirmation } from './visit.state.ts'

export const VisitStatusEnum = builder.enumType(VisitStatus, { name: 'VisitStatus', description: '驻点状态' })
const CheckInMethodEnum = builder.enumType(CheckInMethod, { name: 'CheckInMethod', description: '签到方式' })

const facts = { status: true, practitionerId: true, startsAt: true } as const

export const VisitRef = builder.prismaNode('Visit', {
  ...nodeById(visitRecord),
  fields: (t) => ({
    status: t.expose('status', { type: VisitStatusEnum }),
    plannedOn: t.expose('plannedOn', { type: 'Date' }),
    startsAt: t.expose('startsAt', { type: 'DateTime' }),
    endsAt: t.expose('endsAt', { type: 'DateTime' }),
    checkedInAt: t.expose('checkedInAt', { type: 'DateTime', nullable: true }),
    checkInMethod: t.expose('checkInMethod', { type: CheckInMethodEnum, nullable: true }),
    checkInDistanceM: t.exposeInt('checkInDistanceM', { nullable: true }),
    checkedOutAt: t.expose('checkedOutAt', { type: 'DateTime', nullable: true }),
    minutes: t.exposeInt('minutes', { nullable: true }),
    doubts: t.exposeStringList('doubts'),
    needsConfirmation: t.boolean({
      description: '有疑点，须社区确认',
      select: { status: true, doubts: true },
      resolve: needsConfirmation,
    }),
    isIncomplete: t.boolean({
      description: '缺签退，没有时长',
      select: { status: true, minutes: true, plannedOn: true },
      resolve: isIncomplete,
    }),
    reason: t.exposeString('reason', { nullable: true }),
    version: t.exposeInt('version'),
    communityCode: t.exposeString('communityCode'),
    communityName: t.string({
      description: '社区名',
      select: { community: { select: { name: true } } },
      resolve: ({ community }) => community.name,
    }),
    communityAddress: t.string({
      nullable: true,
      description: '社区地址',
      select: { community: { select: { address: true } } },
      resolve: ({ community }) => community.address,
    }),
    visitRoom: t.string({
      nullable: true,
      description: '驻点场所',
      select: { community: { select: { visitRoom: true } } },
      resolve: ({ community }) => community.visitRoom,
    }),
    streetName: t.string({
      description: '街道名',
      select: { community: { select: { street: { select: { name: true } } } } },
      resolve: ({ community }) => community.street.name,
    }),
    practitionerName: t.string({
      description: '顾问姓名',
      select: { practitioner: { select: { name: true } } },
      resolve: ({ practitioner }) => practitioner.name,
    }),
    practitionerId: t.id({
      description: '顾问',
      select: { practitionerId: true },
      resolve: ({ practitionerId }) => globalId('Practitioner', practitionerId),
    }),
    pairingId: t.id({
      description: '结对',
      select: { pairingId: true },
      resolve: ({ pairingId }) => globalId('Pairing', pairingId),
    }),
    firm: t.relation('firm', { type: FirmRef, description: '驻点当日所在机构' }),
    makeUpFor: t.relation('makeUpFor', { nullable: true, description: '补的是哪一次' }),
    makeUp: t.relation('makeUp', { nullable: true, description: '补到的一次' }),
    rescheduledFrom: t.relation('rescheduledFrom', { nullable: true, description: '改期前的一次' }),
    rescheduledTo: t.relation('rescheduledTo', { nullable: true, description: '改期后的一次' }),
    serviceLogCount: t.relationCount('serviceLogs', { description: '日志篇数', where: { status: { not: 'VOID' } } }),
    refusals: t.field({
      ...refusalsField,
      select: facts,
      resolve: (visit, _args, context) => refusedActs(viewerOf(context), visitRefusals, visit),
    }),
  }),
})

builder.queryField('visit', (t) =>
  t.prismaField({
    type: VisitRef,
    nullable: true,
    description: '一次驻点',
    authScopes: { may: 'visit:read' },
    args: { id: t.arg.globalID({ for: VisitRef, required: true }) },
    resolve: (query, _root, { id }, context) =>
      db.visit.findFirst({ ...query, where: { id: id.id, AND: visibleVisits(viewerOf(context)) } }),
  }),
)
