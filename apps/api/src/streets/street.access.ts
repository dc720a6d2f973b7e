import type { Prisma } from '@sitai/db/client'
import { within } from '../access/place.ts'
import type { Viewer } from '../access/viewer.ts'

/** Whoever works in a place sees its streets. */
export function visibleStreets(viewer: Viewer): Prisma.StreetWhereInput {
  return { code: within(viewer.divisionCode) }
}
