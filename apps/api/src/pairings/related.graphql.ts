import { builder } from '../builder.ts'
import { viewerOf } from '../context.ts'
import { heldPairings } from './held.ts'
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
