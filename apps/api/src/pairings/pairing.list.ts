import type { Pairing, PairingStatus, Prisma, Seat } from '@sitai/db/client'
import { addDays, daysBetween } from '@sitai/rules/calendar'
import { lastDayOfTerm } from '@sitai/rules/pairing'
import { within } from '../access/place.ts'
import { today } from '../time/clock.ts'
import { dayOf, midnightUtc } from '../time/dates.ts'
import { type Direction, nameMatches, searchWords } from '../lists/listQuery.ts'
import type { Viewer } from '../access/viewer.ts'
import { visiblePairings } from './pairing.access.ts'

/** What a list of pairings is narrowed by. */
export interface PairingFilter {
  readonly status?: readonly PairingStatus[] | null | undefined
  readonly seat?: Seat | null | undefined
  /** Division code of a street, or of anything above or below it. */
  readonly placeCode?: string | null | undefined
  readonly firmId?: { readonly id: string } | null | undefined
  readonly practitionerId?: { readonly id: string } | null | undefined
  /** In force, and over within so many days. */
  readonly expiringWithinDays?: number | null | undefined
  /** In force, and not one kept visit on or after that day. */
  readonly withoutVisitSince?: Date | null | undefined
  readonly inForceOn?: Date | null | undefined
  readonly batchId?: string | null | undefined
}

export interface PairingListArgs {
  readonly filter?: PairingFilter | null | undefined
  readonly search?: string | null | undefined
}

/** The pairings of a list: the screen, its count and its export read the same. */
export function listedPairings(viewer: Viewer, { filter, search }: PairingListArgs): Prisma.PairingWhereInput {
  return { AND: [visiblePairings(viewer), ...narrowed(filter ?? {}), searched(search)] }
}

function narrowed(filter: PairingFilter): Prisma.PairingWhereInput[] {
  const { status, seat, placeCode, firmId, practitionerId, expiringWithinDays: days, withoutVisitSince: since } = filter
  const where: Prisma.PairingWhereInput[] = []
  if (status?.length) where.push({ status: { in: [...status] } })
  if (seat) where.push({ seat })
  if (placeCode && /^\d{2,12}$/.test(placeCode)) where.push({ communityCode: within(placeCode) })
  if (firmId) where.push({ practitioner: { firmId: firmId.id } })
  if (practitionerId) where.push({ practitionerId: practitionerId.id })
  if (typeof days === 'number')
    where.push(inForceOn(midnightUtc(today())), { endsOn: { lte: midnightUtc(addDays(today(), days)) } })
  if (since) {
    const kept = {
      plannedOn: { gte: since },
      status: { in: ['COMPLETED', 'CONFIRMED'] },
    } satisfies Prisma.VisitWhereInput
    where.push(inForceOn(midnightUtc(today())), { visits: { none: kept } })
  }
  if (filter.inForceOn) where.push(inForceOn(filter.inForceOn))
  if (filter.batchId) where.push({ batchId: filter.batchId })
  return where
}

/** Served on that day, whatever came later. */
function inForceOn(day: Date): Prisma.PairingWhereInput {
  return {
    termFrom: { lte: day },
    endsOn: { gt: day },
    status: { in: ['ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED'] },
  }
}

function searched(search: string | null | undefined): Prisma.PairingWhereInput {
  return (
    searchWords(search, (text, plain): Prisma.PairingWhereInput[] => [
      { community: { OR: nameMatches(text, plain) } },
      { communityCode: { startsWith: plain } },
      {
        practitioner: {
          OR: [
            ...nameMatches(text, plain),
            { licenceNo: { startsWith: text.toUpperCase() } },
            ...(/^\d{4}$/.test(plain) ? [{ phoneTail: plain }] : []),
          ],
        },
      },
    ]) ?? {}
  )
}

/** What a list of pairings can be ordered by. */
export const pairingOrderFields = ['TERM_FROM', 'ENDS_ON', 'COMMUNITY', 'PRACTITIONER', 'STATUS', 'CREATED_AT'] as const

/** Prisma's order of a list; ends with the key, so that pages never overlap. */
export function pairingOrder(
  orderBy: { readonly field: (typeof pairingOrderFields)[number]; readonly direction: Direction } | null | undefined,
): Prisma.PairingOrderByWithRelationInput[] {
  const direction = orderBy?.direction ?? 'desc'
  const first = {
    TERM_FROM: { termFrom: direction },
    ENDS_ON: { endsOn: direction },
    COMMUNITY: { communityCode: direction },
    PRACTITIONER: { practitioner: { pinyin: direction } },
    STATUS: { status: direction },
    CREATED_AT: { createdAt: direction },
  }[orderBy?.field ?? 'TERM_FROM']
  return [first, { communityCode: 'asc' }, { id: 'asc' }]
}

/** The last day a pairing really holds. */
export function lastDay({ termFrom, endsOn }: Pick<Pairing, 'termFrom' | 'endsOn'>): Date {
  return midnightUtc(lastDayOfTerm({ from: dayOf(termFrom), to: dayOf(endsOn) }))
}

/** How many days one in force has left; null for others. */
export function daysLeft({ status, endsOn }: Pick<Pairing, 'status' | 'endsOn'>): number | null {
  return status === 'ACTIVE' || status === 'PAUSED' ? Math.max(0, daysBetween(today(), dayOf(endsOn))) : null
}
