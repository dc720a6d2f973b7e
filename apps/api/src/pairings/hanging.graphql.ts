import type { Prisma } from '@sitai/db/client'
import { builder } from '../graphql/builder.ts'
import { db } from '../data/db.ts'
import { heldPairings } from './held.ts'

interface Hanging {
  readonly communityCode: string
  readonly communityName: string
  readonly practitionerName: string
  readonly isLead: boolean
  readonly termTo: Date
}

/** What still hangs on someone or something that is about to leave the register. */
export const HangingPairingRef = builder.objectRef<Hanging>('HangingPairing').implement({
  description: '名下在任或拟聘的结对；停业、注销之前给经办人看',
  fields: (t) => ({
    communityCode: t.exposeString('communityCode'),
    communityName: t.exposeString('communityName'),
    practitionerName: t.exposeString('practitionerName'),
    isLead: t.exposeBoolean('isLead', { description: '首席顾问' }),
    termTo: t.expose('termTo', { type: 'Date', description: '聘期止（不含）' }),
  }),
})

/** The held pairings of a firm's people, of a person or of a community. */
export async function hangingPairings(where: Prisma.PairingWhereInput): Promise<Hanging[]> {
  const pairings = await db.pairing.findMany({
    where: { ...heldPairings(), ...where },
    select: {
      communityCode: true,
      seat: true,
      endsOn: true,
      community: { select: { name: true } },
      practitioner: { select: { name: true } },
    },
    orderBy: [{ communityCode: 'asc' }, { seat: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return pairings.map(({ communityCode, seat, endsOn, community, practitioner }) => ({
    communityCode,
    communityName: community.name,
    practitionerName: practitioner.name,
    isLead: seat === 'LEAD',
    termTo: endsOn,
  }))
}
