import type { Prisma } from '@sitai/db/client'
import { may, within } from '../access.ts'
import type { Viewer } from '../viewer.ts'

/** Admins see the accounts of their place; everyone sees their own. */
export function visibleAccounts(viewer: Viewer): Prisma.AccountWhereInput {
  const own = { id: viewer.accountId }
  if (!may(viewer, 'account:read')) return own
  return { OR: [own, { divisionCode: within(viewer.divisionCode) }] }
}

export function visibleGrants(viewer: Viewer): Prisma.GrantWhereInput {
  return { account: visibleAccounts(viewer) }
}
