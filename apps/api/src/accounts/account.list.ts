import type { Prisma, Role } from '@sitai/db/client'
import type { accountStates } from '@sitai/rules/account'
import { now } from '../time/clock.ts'
import { type Direction, searchWords } from '../lists/listQuery.ts'
import { inForce } from '../session/viewer.ts'
import type { Viewer } from '../access/viewer.ts'
import { visibleAccounts } from './account.access.ts'

/** What a list of accounts is narrowed by. */
export interface AccountListArgs {
  readonly filter?:
    | {
        readonly role?: readonly Role[] | null | undefined
        readonly state?: (typeof accountStates)[number]['code'] | null | undefined
        readonly firmId?: { readonly id: string } | null | undefined
      }
    | null
    | undefined
  readonly search?: string | null | undefined
}

/** The accounts of a list: the screen, its count and its export read the same. */
export function listedAccounts(viewer: Viewer, { filter, search }: AccountListArgs): Prisma.AccountWhereInput {
  const at = now()
  const firmId = filter?.firmId?.id
  const inState = {
    ACTIVE: { status: 'ACTIVE' },
    DISABLED: { status: 'DISABLED' },
    LOCKED: { lockedUntil: { gt: at } },
    INITIAL_PASSWORD: { mustChangePassword: true },
    NO_GRANT: { grants: { none: inForce(at) } },
  } as const satisfies Record<string, Prisma.AccountWhereInput>
  return {
    AND: [
      visibleAccounts(viewer),
      filter?.role?.length ? { grants: { some: { role: { in: [...filter.role] }, ...inForce(at) } } } : {},
      filter?.state ? inState[filter.state] : {},
      firmId ? { OR: [{ grants: { some: { firmId, ...inForce(at) } } }, { practitioner: { firmId } }] } : {},
      searchWords(search, (text, plain): Prisma.AccountWhereInput[] => [
        { displayName: { contains: text } },
        { userName: { startsWith: plain } },
        { initials: { startsWith: plain } },
        { pinyin: { startsWith: plain } },
      ]) ?? {},
    ],
  }
}

/** What a list of accounts can be ordered by. */
export const accountOrderFields = ['NAME', 'USER_NAME', 'CREATED_AT'] as const

/** Prisma's order of the list; ends with the key, so that pages never overlap. */
export function accountOrder(
  orderBy: { readonly field: (typeof accountOrderFields)[number]; readonly direction: Direction } | null | undefined,
): Prisma.AccountOrderByWithRelationInput[] {
  const direction = orderBy?.direction ?? 'asc'
  const first: Prisma.AccountOrderByWithRelationInput = {
    NAME: { pinyin: direction },
    USER_NAME: { userName: direction },
    CREATED_AT: { createdAt: direction },
  }[orderBy?.field ?? 'NAME']
  return [first, { userName: 'asc' }, { id: 'asc' }]
}

/** The grants of an account that have not ended, the oldest first. */
export function presentGrants() {
  return {
    where: { OR: [{ validTo: null }, { validTo: { gt: now() } }] },
    orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }],
  } satisfies Prisma.Account$grantsArgs
}
