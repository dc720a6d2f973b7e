import { CommunityKind, CommunityStatus } from '@sitai/db/client'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeByCode } from '../graphql/node.ts'
import { db } from '../data/db.ts'
import { HangingPairingRef, hangingPairings } from '../pairings/hanging.graphql.ts'
import { presentPairings } from '../pairings/held.ts'
import { labelFor } from '../dictionaries/inPlace.ts'
import { TimelineEventRef } from '../timeline/timeline.graphql.ts'
import { communityRecord } from './community.record.ts'
import { communityRefusals, visibleCommunities } from './community.access.ts'
import { communityTimeline } from './community.timeline.ts'

export const CommunityKindEnum = builder.enumType(CommunityKind, { name: 'CommunityKind', description: '社区类型' })
export const CommunityStatusEnum = builder.enumType(CommunityStatus, {
  name: 'CommunityStatus',
  description: '社区状态',
})

interface Adviser {
  readonly name: string
  readonly firmName: string
  readonly isLead: boolean
  readonly isPaused: boolean
  readonly termFrom: Date
  readonly termTo: Date
}

/** Posted on the community's own notice board, so whoever sees the community sees it. */
const AdviserRef = builder.objectRef<Adviser>('CommunityAdviser').implement({
  description: '社区现任法律顾问（公示内容）',
  fields: (t) => ({
    name: t.exposeString('name'),
    firmName: t.exposeString('firmName', { description: '现执业机构' }),
    isLead: t.exposeBoolean('isLead', { description: '首席顾问' }),
    isPaused: t.exposeBoolean('isPaused', { description: '暂停中' }),
    termFrom: t.expose('termFrom', { type: 'Date' }),
    termTo: t.expose('termTo', { type: 'Date', description: '聘期止（不含）' }),
  }),
})

const DemandRef = builder.prismaObject('CommunityDemand', {
  fields: (t) => ({
    topicCode: t.exposeString('topicCode'),
    topicLabel: t.string({
      select: { topicCode: true, communityCode: true },
      resolve: ({ topicCode, communityCode }, _args, context) => labelFor(context, 'TOPIC', communityCode, topicCode),
    }),
    weight: t.exposeInt('weight', { description: '权重 1 至 5' }),
  }),
})

export const CommunityRef = builder.prismaNode('Community', {
  ...nodeByCode(communityRecord),
  fields: (t) => ({
    code: t.exposeString('code', { description: '12 位统计用区划代码' }),
    name: t.exposeString('name'),
    kind: t.expose('kind', { type: CommunityKindEnum }),
    status: t.expose('status', { type: CommunityStatusEnum }),
    street: t.relation('street'),
    address: t.exposeString('address', { nullable: true }),
    lat: t.exposeFloat('lat', { nullable: true }),
    lng: t.exposeFloat('lng', { nullable: true }),
    population: t.exposeInt('population', { nullable: true }),
    migrantPopulation: t.exposeInt('migrantPopulation', { nullable: true }),
    contactName: t.exposeString('contactName', { nullable: true }),
    contactPhoneMasked: t.exposeString('contactPhoneMasked', { nullable: true }),
    officeHours: t.exposeString('officeHours', { nullable: true }),
    visitRoom: t.exposeString('visitRoom', { nullable: true }),
    version: t.exposeInt('version'),
    demands: t.relation('demands', { type: DemandRef, query: { orderBy: [{ weight: 'desc' }, { topicCode: 'asc' }] } }),
    advisers: t.field({
      type: [AdviserRef],
      description: '现任顾问，首席在前',
      select: () => ({
        pairings: {
          where: presentPairings(),
          orderBy: { seat: 'asc' },
          select: {
            seat: true,
            status: true,
            termFrom: true,
            endsOn: true,
            practitioner: { select: { name: true, firm: { select: { name: true } } } },
            firmAtStart: { select: { name: true } },
          },
        },
      }),
      resolve: ({ pairings }) =>
        pairings.map(({ seat, status, termFrom, endsOn, practitioner, firmAtStart }) => ({
          name: practitioner.name,
          firmName: (practitioner.firm ?? firmAtStart).name,
          isLead: seat === 'LEAD',
          isPaused: status === 'PAUSED',
          termFrom,
          termTo: endsOn,
        })),
    }),
    hangingPairings: t.field({
      type: [HangingPairingRef],
      description: '在任或拟聘的结对；撤并之前须先解聘',
      select: { code: true },
      resolve: ({ code }) => hangingPairings({ communityCode: code }),
    }),
    refusals: t.field({
      ...refusalsField,
      resolve: (community, _args, context) => refusedActs(viewerOf(context), communityRefusals, community),
    }),
    timeline: t.field({
      type: [TimelineEventRef],
      description: '经过，新的在前',
      resolve: ({ code }) => communityTimeline(code),
    }),
  }),
})

builder.queryField('community', (t) =>
  t.prismaField({
    type: CommunityRef,
    nullable: true,
    description: '一个社区（村）',
    authScopes: { may: 'place:read' },
    args: { code: t.arg.string({ required: true }) },
    resolve: (query, _root, { code }, context) =>
      db.community.findFirst({ ...query, where: { code, AND: visibleCommunities(viewerOf(context)) } }),
  }),
)
