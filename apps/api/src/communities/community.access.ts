import type { Prisma } from '@sitai/db/client'
import { may } from '../access/acts.ts'
import { within } from '../access/place.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Refusals } from '../acts/refusals.ts'
import type { Viewer } from '../access/viewer.ts'

/** Whoever works in a place sees its communities: their register is public. */
export function visibleCommunities(viewer: Viewer): Prisma.CommunityWhereInput {
  return { code: within(viewer.divisionCode) }
}

/** The bureau keeps the register of places. */
function refuseUpdateCommunity(viewer: Viewer): Refusal | null {
  return may(viewer, 'place:write') ? null : new Refusal('NOT_YOURS', '社区资料由司法局维护。')
}

/** Who may do what with a community. */
export const communityRefusals = {
  updateCommunity: refuseUpdateCommunity,
  changeCommunityStatus: refuseUpdateCommunity,
} satisfies Refusals<unknown>
