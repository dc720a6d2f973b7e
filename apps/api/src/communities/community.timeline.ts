import { communityStatuses } from '@sitai/rules/dictionaries'
import { Prisma } from '@sitai/db/client'
import { pairingEvents } from '../pairings/pairing.timeline.ts'
import { registered, statusChanges, told, type TimelineEvent } from '../timeline/timeline.ts'

const states = Object.fromEntries(communityStatuses.map(({ code, label }) => [code, label]))

/** The story of a community: its advisers and its own states. */
export function communityTimeline(code: string): Promise<TimelineEvent[]> {
  return told([
    ...pairingEvents(Prisma.sql`p.community_code = ${code}`, Prisma.sql`q.name`),
    registered(Prisma.sql`community WHERE code = ${code}`),
    statusChanges('community', code, states),
  ])
}
