import type { Prisma, Visit, VisitStatus } from '@sitai/db/client'
import { today } from '../time/clock.ts'
import { dayOf } from '../time/dates.ts'
import type { Direction } from '../lists/listQuery.ts'
import type { Viewer } from '../access/viewer.ts'
import { days, type FactFilter, narrowedFacts, searchedFacts } from '../facts/factList.ts'
import { visibleVisits } from './visit.access.ts'

/** What a list of visits is narrowed by. */
export interface VisitListArgs {
  readonly filter?:
    | (FactFilter & {
        readonly status?: readonly VisitStatus[] | null | undefined
        readonly needsConfirmation?: boolean | null | undefined
      })
    | null
    | undefined
  readonly search?: string | null | undefined
}

/** The visits of a list: the screen, its count and its export read the same. */
export function listedVisits(viewer: Viewer, { filter, search }: VisitListArgs): Prisma.VisitWhereInput {
  return {
    AND: [
      visibleVisits(viewer),
      filter?.status?.length ? { status: { in: [...filter.status] } } : {},
      filter?.needsConfirmation ? { status: 'COMPLETED', NOT: { doubts: { isEmpty: true } } } : {},
      filter?.from || filter?.to ? { plannedOn: days(filter) } : {},
      ...narrowedFacts(filter),
      searchedFacts(search) ?? {},
    ],
  }
}

/** What a list of visits can be ordered by. */
export const visitOrderFields = ['STARTS_AT', 'COMMUNITY', 'PRACTITIONER', 'MINUTES'] as const

/** Ends with the key, so that pages never overlap. */
export function visitOrder(
  orderBy: { readonly field: (typeof visitOrderFields)[number]; readonly direction: Direction } | null | undefined,
): Prisma.VisitOrderByWithRelationInput[] {
  const direction = orderBy?.direction ?? 'desc'
  const first: Prisma.VisitOrderByWithRelationInput = {
    STARTS_AT: { startsAt: direction },
    COMMUNITY: { community: { pinyin: direction } },
    PRACTITIONER: { practitioner: { pinyin: direction } },
    MINUTES: { minutes: { sort: direction, nulls: 'last' as const } },
  }[orderBy?.field ?? 'STARTS_AT']
  return [first, { startsAt: 'desc' }, { id: 'desc' }]
}

/** Whether the community must say that the adviser was there. */
export function needsConfirmation({ status, doubts }: Pick<Visit, 'status' | 'doubts'>): boolean {
  return doubts.length > 0 && (status === 'COMPLETED' || status === 'CHECKED_IN')
}

/** Whether the check-out is missing, so that there are no minutes. */
export function isIncomplete({ status, minutes, plannedOn }: Pick<Visit, 'status' | 'minutes' | 'plannedOn'>): boolean {
  if (status === 'CHECKED_IN') return dayOf(plannedOn) < today()
  return (status === 'COMPLETED' || status === 'CONFIRMED') && minutes === null
}
