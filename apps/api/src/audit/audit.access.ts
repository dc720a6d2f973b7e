import type { Prisma } from '@sitai/db/client'
import { within } from '../access/place.ts'
import { db } from '../data/db.ts'
import type { Viewer } from '../access/viewer.ts'
import { systemRecords } from './records.ts'

/** The lines of one's place. */
export function visibleAuditEvents(viewer: Viewer): Prisma.AuditEventWhereInput {
  return { divisionCode: within(viewer.divisionCode) }
}

/** Sign-ins of one's place; a system admin also sees those under names that nobody has. */
export function visibleSignIns(viewer: Viewer): Prisma.SignInEventWhereInput {
  const own = { divisionCode: within(viewer.divisionCode) }
  return viewer.role === 'SYS_ADMIN' ? { OR: [own, { divisionCode: null }] } : own
}

/** A system admin sees that something was done to a business record, and by whom, but not what it says. */
export function isConcealed(viewer: Viewer, entity: string): boolean {
  return viewer.role === 'SYS_ADMIN' && !systemRecords.includes(entity)
}

/** The tables whose lines make up the history of a record. */
export const historyTables = {
  ACCOUNT: ['account', 'grant'],
  FIRM: ['firm', 'firm_inspection'],
  PRACTITIONER: ['practitioner', 'firm_membership', 'practitioner_specialty', 'annual_assessment', 'sanction'],
  STREET: ['street'],
  COMMUNITY: ['community', 'community_demand'],
  PAIRING: ['pairing', 'pairing_pause'],
  VISIT: ['visit'],
  SERVICE_LOG: ['service_log', 'service_log_photo'],
  SETTING: ['setting'],
  DICT_ITEM: ['dict_item'],
} as const

export type HistoryKind = keyof typeof historyTables

/**
 * Whether this viewer may read the history of this record: the bureau's people of everything in their place, a firm
 * admin of their own firm, its people and what these do, a system admin of accounts and the like.
 */
export async function mayReadHistory(viewer: Viewer, kind: HistoryKind, id: string): Promise<boolean> {
  const [table] = historyTables[kind]
  if (isConcealed(viewer, table)) return false
  const place = within(viewer.divisionCode)
  const isLeader = viewer.role === 'LEADER'
  if (viewer.role === 'FIRM_ADMIN') return viewer.firmId !== null && ofFirm(kind, id, viewer.firmId)
  switch (kind) {
    case 'ACCOUNT':
      return !isLeader && (await db.account.count({ where: { id, divisionCode: place } })) > 0
    case 'SETTING':
      return true
    case 'DICT_ITEM':
      return (await db.dictItem.count({ where: { id, OR: [{ divisionCode: '' }, { divisionCode: place }] } })) > 0
    case 'FIRM':
      return (await db.firm.count({ where: { id, divisionCode: place } })) > 0
    case 'PRACTITIONER':
      return (await db.practitioner.count({ where: { id, divisionCode: place } })) > 0
    case 'STREET':
      return (await db.street.count({ where: { code: id, AND: { code: place } } })) > 0
    case 'COMMUNITY':
      return (await db.community.count({ where: { code: id, AND: { code: place } } })) > 0
    case 'PAIRING':
      return (await db.pairing.count({ where: { id, communityCode: place } })) > 0
    case 'VISIT':
      return (await db.visit.count({ where: { id, communityCode: place } })) > 0
    case 'SERVICE_LOG':
      return (await db.serviceLog.count({ where: { id, communityCode: place } })) > 0
  }
}

async function ofFirm(kind: HistoryKind, id: string, firmId: string): Promise<boolean> {
  switch (kind) {
    case 'FIRM':
      return id === firmId
    case 'PRACTITIONER':
      return (await db.practitioner.count({ where: { id, firmId } })) > 0
    case 'PAIRING':
      return (await db.pairing.count({ where: { id, practitioner: { firmId } } })) > 0
    case 'VISIT':
      return (await db.visit.count({ where: { id, firmId } })) > 0
    case 'SERVICE_LOG':
      return (await db.serviceLog.count({ where: { id, firmId } })) > 0
    case 'ACCOUNT':
    case 'COMMUNITY':
    case 'DICT_ITEM':
    case 'SETTING':
    case 'STREET':
      return false
  }
}
