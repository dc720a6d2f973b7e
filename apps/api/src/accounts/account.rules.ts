import type { Grant, Prisma, Role } from '@sitai/db/client'
import { now } from '../time/clock.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Refusals } from '../acts/refusals.ts'
import type { Viewer } from '../access/viewer.ts'

/** What the rules below need to know of an account: its grants, ended ones too. */
export const withGrants = { grants: true } satisfies Prisma.AccountInclude

type GrantFacts = Pick<Grant, 'id' | 'role' | 'divisionCode' | 'firmId' | 'validFrom' | 'validTo'>
interface AccountFacts {
  readonly id: string
  readonly divisionCode: string
  readonly grants: readonly GrantFacts[]
}

/** Whether a place lies in the viewer's: '330203' in '3302'. */
export function isWithinPlace(place: string, viewer: Viewer): boolean {
  return place.startsWith(viewer.divisionCode)
}

/** A grant that has not ended; it may begin later. */
function hasNotEnded({ validTo }: Pick<Grant, 'validTo'>): boolean {
  return validTo === null || validTo > now()
}

/**
 * Who may manage an account: an admin whose place holds the account and all its grants; a system admin's account only
 * a system admin.
 */
export function refuseManageAccount(viewer: Viewer, account: AccountFacts): Refusal | null {
  const grants = account.grants.filter(hasNotEnded)
  if (viewer.role !== 'SYS_ADMIN' && grants.some(({ role }) => role === 'SYS_ADMIN')) {
    return new Refusal('ABOVE_YOU', '系统管理员的账号只能由系统管理员管理。')
  }
  if (
    !isWithinPlace(account.divisionCode, viewer) ||
    grants.some((grant) => !isWithinPlace(grant.divisionCode, viewer))
  ) {
    return new Refusal('BEYOND_PLACE', '这个账号另有上级或外区划的授权，请由上级管理员管理。')
  }
  return null
}

/** Nobody shuts themselves out. */
function refuseDisable(viewer: Viewer, account: AccountFacts): Refusal | null {
  if (account.id === viewer.accountId) return new Refusal('OWN_ACCOUNT', '不能停用自己的账号。')
  return refuseManageAccount(viewer, account)
}

/** One's own password is changed knowing the old one, never reset. */
function refuseReset(viewer: Viewer, account: AccountFacts): Refusal | null {
  if (account.id === viewer.accountId) return new Refusal('OWN_ACCOUNT', '自己的密码请在“修改密码”中修改。')
  return refuseManageAccount(viewer, account)
}

/** Nobody grants to themselves. */
function refuseAddGrant(viewer: Viewer, account: AccountFacts): Refusal | null {
  if (account.id === viewer.accountId) return new Refusal('OWN_ACCOUNT', '不能给自己授权，请由另一名管理员办理。')
  return refuseManageAccount(viewer, account)
}

/** Who may do what with an account. */
export const accountRefusals = {
  updateAccount: refuseManageAccount,
  disableAccount: refuseDisable,
  enableAccount: refuseManageAccount,
  unlockAccount: refuseManageAccount,
  resetPassword: refuseReset,
  addGrant: refuseAddGrant,
} satisfies Refusals<AccountFacts>

/** Nobody grants to themselves, beyond their place, or a role above their own. */
export function refuseGrant(
  viewer: Viewer,
  account: AccountFacts & { readonly practitionerId: string | null },
  grant: { readonly role: Role; readonly divisionCode: string },
): Refusal | null {
  return refuseAddGrant(viewer, account) ?? refuseScope(viewer, account, grant)
}

/** The part of it that a new account is asked too. */
export function refuseScope(
  viewer: Viewer,
  account: { readonly practitionerId: string | null },
  grant: { readonly role: Role; readonly divisionCode: string },
): Refusal | null {
  if (grant.role === 'SYS_ADMIN' && viewer.role !== 'SYS_ADMIN') {
    return new Refusal('ABOVE_YOU', '系统管理员只能由系统管理员授权。', ['role'])
  }
  if (!isWithinPlace(grant.divisionCode, viewer)) {
    return new Refusal('BEYOND_PLACE', '授权的区划不能超出您自己的管辖范围。', ['divisionCode'])
  }
  if (grant.role === 'LAWYER' && !account.practitionerId) {
    return new Refusal('PRACTITIONER_REQUIRED', '律师的授权只能给关联了执业人员的账号。', ['role'])
  }
  return null
}

/** Only what has not ended is changed. */
function refuseChangeGrant(
  viewer: Viewer,
  account: AccountFacts & { readonly practitionerId: string | null },
  grant: GrantFacts,
): Refusal | null {
  return hasNotEnded(grant) ? refuseGrant(viewer, account, grant) : new Refusal('ENDED', '这项授权已经终止。')
}

const adminRoles: readonly Role[] = ['SYS_ADMIN', 'BUREAU_ADMIN']

/** Nobody ends the last grant by which they are an admin. */
function refuseEndGrant(viewer: Viewer, account: AccountFacts, grant: GrantFacts): Refusal | null {
  if (!hasNotEnded(grant)) return new Refusal('ENDED', '这项授权已经终止。')
  if (account.id === viewer.accountId) {
    const others = account.grants.filter((it) => it.id !== grant.id && adminRoles.includes(it.role) && isInForce(it))
    if (adminRoles.includes(grant.role) && others.length === 0) {
      return new Refusal('LAST_ADMIN_GRANT', '不能终止自己最后一项管理授权。')
    }
    return null
  }
  return refuseManageAccount(viewer, account)
}

function isInForce({ validFrom, validTo }: GrantFacts): boolean {
  const at = now()
  return validFrom <= at && (validTo === null || validTo > at)
}

/** Who may do what with a grant. */
export const grantRefusals = {
  changeGrant: (viewer, grant) => refuseChangeGrant(viewer, grant.account, grant),
  endGrant: (viewer, grant) => refuseEndGrant(viewer, grant.account, grant),
} satisfies Refusals<GrantFacts & { readonly account: AccountFacts & { readonly practitionerId: string | null } }>
