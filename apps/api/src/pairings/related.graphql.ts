import { monthStatusLabels } from '@sitai/rules/commitment'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { dayOf } from '../time/dates.ts'
import { DutyStatusEnum } from '../duties/duty.graphql.ts'
import { heldPairings } from './held.ts'
import { monthsOf, type PairingMonth } from './months.ts'
import { visiblePairings } from './pairing.access.ts'

/** What pairings add to the types of the register. */
builder.prismaObjectFields('Community', (t) => ({
  pairings: t.relation('pairings', {
    description: '这个社区历来的结对，新的在前',
    query: (_args, context) => ({
      where: visiblePairings(viewerOf(context)),
      orderBy: [{ termFrom: 'desc' }, { id: 'asc' }],
    }),
  }),
  leads: t.relation('pairings', {
    description: '在任和接任的首席顾问，按聘期先后',
    query: (_args, context) => ({
      where: { AND: [visiblePairings(viewerOf(context)), heldPairings(), { seat: 'LEAD' }] },
      orderBy: [{ termFrom: 'asc' }, { id: 'asc' }],
    }),
  }),
}))

builder.prismaObjectFields('Practitioner', (t) => ({
  pairings: t.relation('pairings', {
    description: '此人历来的结对，新的在前',
    query: (_args, context) => ({
      where: visiblePairings(viewerOf(context)),
      orderBy: [{ termFrom: 'desc' }, { id: 'asc' }],
    }),
  }),
  livePairings: t.relation('pairings', {
    description: '占名额的结对：拟聘、已确认、履职中、暂停',
    query: (_args, context) => ({
      where: { AND: [visiblePairings(viewerOf(context)), heldPairings()] },
      orderBy: [{ termFrom: 'asc' }, { id: 'asc' }],
    }),
  }),
}))

const PairingMonthRef = builder.objectRef<PairingMonth>('PairingMonth').implement({
  description: '一个结对的一个月：是否到位，驻点几次',
  fields: (t) => ({
    month: t.exposeString('month', { description: 'YYYY-MM' }),
    status: t.field({ type: DutyStatusEnum, resolve: ({ status }) => status }),
    statusLabel: t.string({ resolve: ({ status }) => monthStatusLabels[status] }),
    kept: t.exposeInt('kept', { description: '已到次数' }),
    planned: t.exposeInt('planned', { description: '已安排未到的次数' }),
    missed: t.exposeInt('missed', { description: '未到的次数' }),
  }),
})

builder.prismaObjectFields('Pairing', (t) => ({
  months: t.field({
    type: [PairingMonthRef],
    description: '最近十二个月的到位情况，新的在前；含下月的安排',
    complexity: 50,
    select: { id: true, communityCode: true, termFrom: true, endsOn: true },
    resolve: ({ id, communityCode, termFrom, endsOn }) =>
      monthsOf({ id, communityCode, from: dayOf(termFrom), to: dayOf(endsOn) }),
  }),
}))
