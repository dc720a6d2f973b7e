import type { Prisma } from '@sitai/db/client'
import { within } from '../access.ts'
import type { Viewer } from '../viewer.ts'

/** Whoever works in a place sees its streets. */
export function visibleStreets(viewer: Viewer): Prisma.StreetWhereInput {
  return { code: within(viewer.divisionCode) }
}
