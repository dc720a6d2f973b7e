import { RemoteChannel, ServiceLogStatus } from '@sitai/db/client'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { db } from '../data/db.ts'
import { letFilesBeSeen } from '../files/file.access.ts'
import { FileRef } from '../files/file.graphql.ts'
import { FirmRef } from '../firms/firm.graphql.ts'
import { globalId } from '../graphql/ids.ts'
import { VisitRef } from '../visits/visit.graphql.ts'
import { serviceLogRecord } from './serviceLog.record.ts'
import { serviceLogRefusals, visibleServiceLogs } from './serviceLog.access.ts'
import { labelFor } from '../dictionaries/inPlace.ts'
import { warningsOf } from './warnings.ts'

export const ServiceLogStatusEnum = builder.enumType(ServiceLogStatus, {
  name: 'ServiceLogStatus',
  description: '日志状态',
})
export const RemoteChannelEnum = builder.enumType(RemoteChannel, { name: 'RemoteChannel', description: '非现场的方式' })

letFilesBeSeen((viewer) => ({ photos: { some: { serviceLog: visibleServiceLogs(viewer) } } }))

export const ServiceLogRef = builder.prismaNode('ServiceLog', {
  ...nodeById(serviceLogRecord),
  fields: (t) => ({
    status: t.expose('status', { type: ServiceLogStatusEnum }),
    typeCode: t.exposeString('typeCode'),
    typeLabel: t.string({
      description: '服务类型',
      select: { communityCode: true, typeCode: true },
      resolve: ({ communityCode, typeCode }, _args, context) =>
        labelFor(context, 'SERVICE_TYPE', communityCode, typeCode),
    }),
    topicCode: t.exposeString('topicCode'),
    topicLabel: t.string({
      description: '事项类别',
      select: { communityCode: true, topicCode: true },
      resolve: ({ communityCode, topicCode }, _args, context) => labelFor(context, 'TOPIC', communityCode, topicCode),
    }),
    occurredOn: t.expose('occurredOn', { type: 'Date' }),
    persons: t.exposeInt('persons'),
    items: t.exposeInt('items'),
    sessions: t.exposeInt('sessions'),
    copies: t.exposeInt('copies'),
    content: t.exposeString('content'),
    outcome: t.exposeString('outcome', { nullable: true }),
    remote: t.expose('remote', { type: RemoteChannelEnum, nullable: true }),
    lateReason: t.exposeString('lateReason', { nullable: true }),
    submittedAt: t.expose('submittedAt', { type: 'DateTime', nullable: true }),
    returnReason: t.exposeString('returnReason', { nullable: true }),
    confirmedAt: t.expose('confirmedAt', { type: 'DateTime', nullable: true }),
    confirmedByName: t.exposeString('confirmedByName', { nullable: true }),
    rating: t.exposeInt('rating', { nullable: true }),
    voidReason: t.exposeString('voidReason', { nullable: true }),
    version: t.exposeInt('version'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    communityCode: t.exposeString('communityCode'),
    communityName: t.string({
      description: '社区名',
      select: { community: { select: { name: true } } },
      resolve: ({ community }) => community.name,
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
    firm: t.relation('firm', { type: FirmRef, description: '服务当日所在机构' }),
    visit: t.relation('visit', { type: VisitRef, nullable: true, description: '所属的一次驻点' }),
    photos: t.field({
      type: [FileRef],
      description: '照片',
      select: (_args, _context, nested) => ({
        photos: { select: { file: nested(true) }, orderBy: { position: 'asc' } },
      }),
      resolve: (log) => log.photos.map(({ file }) => file),
    }),
    photoCount: t.relationCount('photos', { description: '照片张数' }),
    warnings: t.stringList({
      description: '须核对的地方，如疑似重复；不妨碍提交',
      resolve: async ({ id }, _args, context) => (await warningsOf(context, id)) ?? [],
    }),
    refusals: t.field({
      ...refusalsField,
      select: { status: true, practitionerId: true, firmId: true },
      resolve: (log, _args, context) => refusedActs(viewerOf(context), serviceLogRefusals, log),
    }),
  }),
})

builder.prismaObjectField('Visit', 'serviceLogs', (t) =>
  t.relation('serviceLogs', {
    type: ServiceLogRef,
    description: '这次驻点的日志，最多 50 篇',
    query: (_args, context) => ({
      where: visibleServiceLogs(viewerOf(context)),
      orderBy: { createdAt: 'asc' },
      take: 50,
    }),
  }),
)

builder.queryField('serviceLog', (t) =>
  t.prismaField({
    type: ServiceLogRef,
    nullable: true,
    description: '一篇日志',
    authScopes: { may: 'serviceLog:read' },
    args: { id: t.arg.globalID({ for: ServiceLogRef, required: true }) },
    resolve: (query, _root, { id }, context) =>
      db.serviceLog.findFirst({ ...query, where: { id: id.id, AND: visibleServiceLogs(viewerOf(context)) } }),
  }),
)
