import type { Prisma } from '@sitai/db/client'
import { LIVE_PAIRING_STATES } from '@sitai/rules/machines'
import { today } from '../time/clock.ts'
import { midnightUtc } from '../time/dates.ts'

/** Pairings that take capacity and hang on their people today or later: proposed, confirmed, active or paused, not run out. */
export function heldPairings() {
  return {
    status: { in: [...LIVE_PAIRING_STATES] },
    endsOn: { gt: midnightUtc(today()) },
  } satisfies Prisma.PairingWhereInput
}

/** Pairings of a community in force today: its advisers. */
export function presentPairings() {
  const day = midnightUtc(today())
  return {
    status: { in: ['ACTIVE', 'PAUSED'] },
    termFrom: { lte: day },
    endsOn: { gt: day },
  } satisfies Prisma.PairingWhereInput
}
