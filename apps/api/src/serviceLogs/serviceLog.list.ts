import type { Prisma, ServiceLogStatus } from '@sitai/db/client'
import { type Direction, searchWords } from '../lists/listQuery.ts'
import type { Viewer } from '../access/viewer.ts'
import { days, type FactFilter, narrowedFacts, placeOrAdviser } from '../facts/factList.ts'
import { visibleServiceLogs } from './serviceLog.access.ts'

/** What a list of service logs is narrowed by. */
export interface ServiceLogListArgs {
  readonly filter?:
    | (FactFilter & {
        readonly status?: readonly ServiceLogStatus[] | null | undefined
        readonly typeCode?: readonly string[] | null | undefined
        readonly topicCode?: readonly string[] | null | undefined
        readonly visitId?: { readonly id: string } | null | undefined
        readonly remote?: boolean | null | undefined
        readonly rating?: readonly number[] | null | undefined
      })
    | null
    | undefined
  readonly search?: string | null | undefined
}

/** The logs of a list: the screen, its count and its export read the same. */
export function listedServiceLogs(viewer: Viewer, { filter, search }: ServiceLogListArgs): Prisma.ServiceLogWhereInput {
  return {
    AND: [
      visibleServiceLogs(viewer),
      filter?.status?.length ? { status: { in: [...filter.status] } } : {},
      filter?.typeCode?.length ? { typeCode: { in: [...filter.typeCode] } } : {},
      filter?.topicCode?.length ? { topicCode: { in: [...filter.topicCode] } } : {},
      filter?.visitId ? { visitId: filter.visitId.id } : {},
      filter?.remote == null ? {} : { remote: filter.remote ? { not: null } : null },
      filter?.rating?.length ? { rating: { in: [...filter.rating] } } : {},
      filter?.from || filter?.to ? { occurredOn: days(filter) } : {},
      ...narrowedFacts(filter),
      searchWords(search, (text, plain): Prisma.ServiceLogWhereInput[] => [
        ...placeOrAdviser(text, plain),
        { content: { contains: text } },
      ]) ?? {},
    ],
  }
}

/** What a list of service logs can be ordered by. */
export const serviceLogOrderFields = ['OCCURRED_ON', 'SUBMITTED_AT', 'COMMUNITY', 'PRACTITIONER', 'PERSONS'] as const

/** Ends with the key, so that pages never overlap. */
export function serviceLogOrder(
  orderBy: { readonly field: (typeof serviceLogOrderFields)[number]; readonly direction: Direction } | null | undefined,
): Prisma.ServiceLogOrderByWithRelationInput[] {
  const direction = orderBy?.direction ?? 'desc'
  const first: Prisma.ServiceLogOrderByWithRelationInput = {
    OCCURRED_ON: { occurredOn: direction },
    SUBMITTED_AT: { submittedAt: { sort: direction, nulls: 'last' as const } },
    COMMUNITY: { community: { pinyin: direction } },
    PRACTITIONER: { practitioner: { pinyin: direction } },
    PERSONS: { persons: direction },
  }[orderBy?.field ?? 'OCCURRED_ON']
  return [first, { occurredOn: 'desc' }, { id: 'desc' }]
}
