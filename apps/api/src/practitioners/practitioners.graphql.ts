import { Prisma } from '@sitai/db/client'
import { LIVE_PAIRING_STATES } from '@sitai/rules/machines'
import { within } from '../access/place.ts'
import { builder } from '../graphql/builder.ts'
import { today } from '../time/clock.ts'
import { viewerOf } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { FirmRef } from '../firms/firm.graphql.ts'
import { paged, searchWords } from '../lists/listQuery.ts'
import { SortDirection } from '../lists/sort.graphql.ts'
import type { Viewer } from '../access/viewer.ts'
import { visiblePractitioners } from './practitioner.access.ts'
import {
  PoliticalStatusEnum,
  PractitionerKindEnum,
  PractitionerRef,
  PractitionerStatusEnum,
} from './practitioner.graphql.ts'

const PractitionerFilter = builder.inputType('PractitionerFilter', {
  description: '执业人员的筛选条件',
  fields: (t) => ({
    kind: t.field({ type: [PractitionerKindEnum] }),
    status: t.field({ type: [PractitionerStatusEnum] }),
    politicalStatus: t.field({ type: [PoliticalStatusEnum] }),
    firmId: t.globalID({ for: [FirmRef], description: '现执业机构' }),
    streetCode: t.string({ description: '现执业机构所在街道' }),
    topicCode: t.string({ description: '专业特长' }),
    hasCapacityLeft: t.boolean({ description: '正常执业且还可结对' }),
    unassessedYear: t.int({ description: '该年度尚未登记考核结果' }),
  }),
})

const PractitionerOrderField = builder.enumType('PractitionerOrderField', {
  description: '执业人员的排序列',
  values: ['NAME', 'FIRM', 'LICENCE_NO', 'STATUS', 'CAPACITY', 'FIRST_LICENSED_ON'] as const,
})
const PractitionerOrder = builder.inputType('PractitionerOrder', {
  fields: (t) => ({
    field: t.field({ type: PractitionerOrderField, required: true }),
    direction: t.field({ type: SortDirection, required: true }),
  }),
})

interface PractitionerListArgs {
  readonly filter?: typeof PractitionerFilter.$inferInput | null
  readonly search?: string | null
}

/** The practitioners of a list: exports read the same. */
export async function listedPractitioners(
  viewer: Viewer,
  { filter, search }: PractitionerListArgs,
): Promise<Prisma.PractitionerWhereInput> {
  return {
    AND: [
      visiblePractitioners(viewer),
      filter?.kind?.length ? { kind: { in: filter.kind } } : {},
      filter?.status?.length ? { status: { in: filter.status } } : {},
      filter?.politicalStatus?.length ? { politicalStatus: { in: filter.politicalStatus } } : {},
      filter?.firmId ? { firmId: filter.firmId.id } : {},
      filter?.streetCode ? { firm: { streetCode: filter.streetCode } } : {},
      filter?.topicCode ? { specialties: { some: { topicCode: filter.topicCode } } } : {},
      filter?.unassessedYear ? { assessments: { none: { year: filter.unassessedYear } } } : {},
      filter?.hasCapacityLeft
        ? { status: 'ACTIVE', capacity: { gt: 0 }, id: { notIn: await fullyPaired(viewer) } }
        : {},
      searchWords(search, (text, plain): Prisma.PractitionerWhereInput[] => [
        { name: { contains: text } },
        { initials: { startsWith: plain } },
        { pinyin: { startsWith: plain } },
        { licenceNo: { startsWith: text.toUpperCase() } },
        ...(/^\d{4}$/.test(plain) ? [{ phoneTail: plain }] : []),
      ]) ?? {},
    ],
  }
}

/** Those of the viewer's place who hold as many communities as they may; bounded by the communities there are. */
async function fullyPaired(viewer: Viewer): Promise<string[]> {
  const { gte, lt } = within(viewer.divisionCode)
  const place = gte === undefined ? Prisma.empty : Prisma.sql`AND p.division_code >= ${gte} AND p.division_code < ${lt}`
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM practitioner p JOIN pairing h ON h.practitioner_id = p.id
     WHERE h.status::text IN (${Prisma.join([...LIVE_PAIRING_STATES])}) AND h.ends_on > ${today()}::date ${place}
     GROUP BY p.id HAVING count(*) >= p.capacity`
  return rows.map(({ id }) => id)
}

/** Prisma's order of a list; ends with the key, so that pages never overlap. */
export function practitionerOrder(
  orderBy: typeof PractitionerOrder.$inferInput | null | undefined,
): Prisma.PractitionerOrderByWithRelationInput[] {
  const direction = orderBy?.direction ?? 'asc'
  const first = {
    NAME: { pinyin: direction },
    FIRM: { firm: { pinyin: direction } },
    LICENCE_NO: { licenceNo: direction },
    STATUS: { status: direction },
    CAPACITY: { capacity: direction },
    FIRST_LICENSED_ON: { firstLicensedOn: { sort: direction, nulls: 'last' as const } },
  }[orderBy?.field ?? 'NAME']
  return [first, { pinyin: 'asc' }, { id: 'asc' }]
}

builder.queryField('practitioners', (t) =>
  t.prismaConnection({
    type: PractitionerRef,
    cursor: 'id',
    description: '执业人员一览',
    authScopes: { may: 'practitioner:read' },
    args: {
      filter: t.arg({ type: PractitionerFilter }),
      search: t.arg.string({ description: '姓名、拼音、拼音首字母、执业证号、手机尾号' }),
      orderBy: t.arg({ type: PractitionerOrder }),
      offset: t.arg.int({ description: '跳过的条数' }),
    },
    totalCount: async (_root, args, context) =>
      db.practitioner.count({ where: await listedPractitioners(viewerOf(context), args) }),
    resolve: async (query, _root, args, context) =>
      db.practitioner.findMany({
        ...paged(query, args.offset),
        where: await listedPractitioners(viewerOf(context), args),
        orderBy: practitionerOrder(args.orderBy),
      }),
  }),
)
