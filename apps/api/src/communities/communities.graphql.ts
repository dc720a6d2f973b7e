import type { Prisma } from '@sitai/db/client'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { paged, searchWords } from '../lists/listQuery.ts'
import { presentPairings } from '../pairings/held.ts'
import { SortDirection } from '../lists/sort.graphql.ts'
import type { Viewer } from '../access/viewer.ts'
import { visibleCommunities } from './community.access.ts'
import { CommunityKindEnum, CommunityRef, CommunityStatusEnum } from './community.graphql.ts'

const CommunityFilter = builder.inputType('CommunityFilter', {
  description: '社区的筛选条件',
  fields: (t) => ({
    streetCode: t.string(),
    kind: t.field({ type: CommunityKindEnum }),
    status: t.field({ type: CommunityStatusEnum }),
    hasAdviser: t.boolean({ description: '真：有首席顾问在任；假：没有' }),
  }),
})

const CommunityOrderField = builder.enumType('CommunityOrderField', {
  description: '社区的排序列',
  values: ['NAME', 'CODE', 'POPULATION', 'STATUS'] as const,
})
const CommunityOrder = builder.inputType('CommunityOrder', {
  fields: (t) => ({
    field: t.field({ type: CommunityOrderField, required: true }),
    direction: t.field({ type: SortDirection, required: true }),
  }),
})

interface CommunityListArgs {
  readonly filter?: typeof CommunityFilter.$inferInput | null
  readonly search?: string | null
}

/** The communities of a list: exports read the same. */
export function listedCommunities(viewer: Viewer, { filter, search }: CommunityListArgs): Prisma.CommunityWhereInput {
  const advised = { seat: 'LEAD' as const, ...presentPairings() }
  return {
    AND: [
      visibleCommunities(viewer),
      filter?.streetCode ? { streetCode: filter.streetCode } : {},
      filter?.kind ? { kind: filter.kind } : {},
      filter?.status ? { status: filter.status } : {},
      filter?.hasAdviser === true ? { pairings: { some: advised } } : {},
      filter?.hasAdviser === false ? { pairings: { none: advised } } : {},
      searchWords(search, (text, plain): Prisma.CommunityWhereInput[] => [
        { name: { contains: text } },
        { initials: { startsWith: plain } },
        { pinyin: { startsWith: plain } },
        ...(/^\d+$/.test(plain) ? [{ code: { startsWith: plain } }] : []),
      ]) ?? {},
    ],
  }
}

/** Prisma's order of a list; by code unless said; ends with the key, so that pages never overlap. */
export function communityOrder(
  orderBy: typeof CommunityOrder.$inferInput | null | undefined,
): Prisma.CommunityOrderByWithRelationInput[] {
  const direction = orderBy?.direction ?? 'asc'
  const code = { code: 'asc' as const }
  const orders: Record<typeof CommunityOrderField.$inferType, Prisma.CommunityOrderByWithRelationInput[]> = {
    CODE: [{ code: direction }],
    NAME: [{ pinyin: direction }, code],
    POPULATION: [{ population: { sort: direction, nulls: 'last' } }, code],
    STATUS: [{ status: direction }, code],
  }
  return orders[orderBy?.field ?? 'CODE']
}

builder.queryField('communities', (t) =>
  t.prismaConnection({
    type: CommunityRef,
    cursor: 'code',
    description: '社区（村）一览',
    authScopes: { may: 'place:read' },
    args: {
      filter: t.arg({ type: CommunityFilter }),
      search: t.arg.string({ description: '名称、拼音、拼音首字母、代码' }),
      orderBy: t.arg({ type: CommunityOrder }),
      offset: t.arg.int({ description: '跳过的条数' }),
    },
    totalCount: (_root, args, context) => db.community.count({ where: listedCommunities(viewerOf(context), args) }),
    resolve: (query, _root, args, context) =>
      db.community.findMany({
        ...paged(query, args.offset),
        where: listedCommunities(viewerOf(context), args),
        orderBy: communityOrder(args.orderBy),
      }),
  }),
)
