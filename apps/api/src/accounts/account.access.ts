import type { Prisma } from '@sitai/db/client'
import { may } from '../access/acts.ts'
import { within } from '../access/place.ts'
import type { Viewer } from '../access/viewer.ts'
import { now } from '../time/clock.ts'

/** Admins see the accounts of their place; everyone sees their own. */
export function visibleAccounts(viewer: Viewer): Prisma.AccountWhereInput {
  const own = { id: viewer.accountId }
  if (!may(viewer, 'account:read')) return own
  return { OR: [own, { divisionCode: within(viewer.divisionCode) }] }
}

export function visibleGrants(viewer: Viewer): Prisma.GrantWhereInput {
  return { account: visibleAccounts(viewer) }
}

/** The grants of an account that have not ended, the oldest first. */
export function presentGrants() {
  return {
    where: { OR: [{ validTo: null }, { validTo: { gt: now() } }] },
    orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }],
  } satisfies Prisma.Account$grantsArgs
}
