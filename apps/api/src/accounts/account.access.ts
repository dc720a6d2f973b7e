import type { Prisma } from '@sitai/db/client'
import { may } from '../access/acts.ts'
import { within } from '../access/place.ts'
import type { Viewer } from '../access/viewer.ts'

/** Admins see the accounts of their place; everyone sees their own. */
export function visibleAccounts(viewer: Viewer): Prisma.AccountWhereInput {
  const own = { id: viewer.accountId }
  if (!may(viewer, 'account:read')) return own
  return { OR: [own, { divisionCode: within(viewer.divisionCode) }] }
}

export function visibleGrants(viewer: Viewer): Prisma.GrantWhereInput {
  return { account: visibleAccounts(viewer) }
}
