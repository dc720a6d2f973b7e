import type { Role } from '@sitai/db/client'
import type { Viewer } from './viewer.ts'

const everyone = ['SYS_ADMIN', 'BUREAU_ADMIN', 'LEADER', 'FIRM_ADMIN', 'LAWYER'] as const
const business = ['BUREAU_ADMIN', 'LEADER', 'FIRM_ADMIN', 'LAWYER'] as const
const admins = ['SYS_ADMIN', 'BUREAU_ADMIN'] as const

/**
 * The table of acts: which role may try what at all. Whose things, and in which state, is said beside the things:
 * `visibleX(viewer)` filters every read, `refuseX(viewer, thing)` is thrown by the act.
 */
const acts = {
  /** One's own account, grants, sessions and password; open to whoever is signed in. */
  self: everyone,
  'account:read': admins,
  'account:write': admins,
  'audit:read': admins,
  'dictionary:read': everyone,
  'dictionary:write': admins,
  'setting:read': everyone,
  'setting:write': ['BUREAU_ADMIN'],
  'savedView:write': everyone,
  /** Of each kind of record only by whoever may read that kind. */
  'search:read': everyone,
  'place:read': business,
  'place:write': ['BUREAU_ADMIN'],
  'firm:read': business,
  'firm:write': ['BUREAU_ADMIN', 'FIRM_ADMIN'],
  'firm:create': ['BUREAU_ADMIN'],
  'practitioner:read': business,
  'practitioner:write': ['BUREAU_ADMIN', 'FIRM_ADMIN', 'LAWYER'],
  'practitioner:create': ['BUREAU_ADMIN'],
  'history:read': ['SYS_ADMIN', 'BUREAU_ADMIN', 'LEADER', 'FIRM_ADMIN'],
  'sensitive:reveal': ['BUREAU_ADMIN', 'FIRM_ADMIN', 'LAWYER'],
  /** Besides the act of the list itself. */
  'sheet:export': ['SYS_ADMIN', 'BUREAU_ADMIN', 'LEADER', 'FIRM_ADMIN'],
  'import:write': ['BUREAU_ADMIN'],
  'file:upload': ['BUREAU_ADMIN', 'FIRM_ADMIN', 'LAWYER'],
  'file:read': business,
  'pairing:read': business,
  'pairing:write': ['BUREAU_ADMIN'],
  'visit:read': business,
  'visit:write': ['BUREAU_ADMIN', 'FIRM_ADMIN', 'LAWYER'],
  /** What the community says of a visit, written down on its behalf. */
  'visit:review': ['BUREAU_ADMIN'],
  'serviceLog:read': business,
  'serviceLog:write': ['LAWYER'],
  'serviceLog:void': ['BUREAU_ADMIN', 'LAWYER'],
  'serviceLog:review': ['BUREAU_ADMIN', 'FIRM_ADMIN'],
  'duty:read': ['BUREAU_ADMIN', 'FIRM_ADMIN', 'LAWYER'],
  'calendar:write': ['FIRM_ADMIN', 'LAWYER'],
  'overview:read': ['BUREAU_ADMIN', 'LEADER', 'FIRM_ADMIN'],
} as const satisfies Record<string, readonly Role[]>

export type Act = keyof typeof acts

const rolesOf: Record<Act, readonly Role[]> = acts

/** Whether this viewer's role may try this act. Nobody may do anything before the initial password is changed. */
export function may(viewer: Viewer | null, act: Act): boolean {
  if (!viewer) return false
  if (viewer.mustChangePassword && act !== 'self') return false
  return rolesOf[act].includes(viewer.role)
}

/** The acts of a viewer's role, for the navigation and the greyed buttons of the web. */
export function actsOf(viewer: Viewer): Act[] {
  return actNames.filter((act) => may(viewer, act))
}

export const actNames: readonly Act[] = Object.keys(acts).filter((name): name is Act => name in acts)

/** Roles that may try an act; the permission matrix is generated from it. */
export function rolesFor(act: Act): readonly Role[] {
  return rolesOf[act]
}
