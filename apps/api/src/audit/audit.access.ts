import type { Prisma } from '@sitai/db/client'
import { may } from '../access/acts.ts'
import { within } from '../access/place.ts'
import type { Viewer } from '../access/viewer.ts'
import { recordOfTable } from '../records/records.ts'

/** The lines of one's place. */
export function visibleAuditEvents(viewer: Viewer): Prisma.AuditEventWhereInput {
  return { divisionCode: within(viewer.divisionCode) }
}

/** Sign-ins of one's place; a system admin also sees those under names that nobody has. */
export function visibleSignIns(viewer: Viewer): Prisma.SignInEventWhereInput {
  const own = { divisionCode: within(viewer.divisionCode) }
  return viewer.role === 'SYS_ADMIN' ? { OR: [own, { divisionCode: null }] } : own
}

/**
 * Whose role may not read a record sees that something was done to it, and by whom, but not what: a system admin of
 * the bureau's business.
 */
export function isConcealed(viewer: Viewer, table: string): boolean {
  const record = recordOfTable(table)
  return !record || !may(viewer, record.act)
}
