import { actsOn } from '../acts/act.ts'
import { seen } from '../acts/actInputs.ts'
import { batched } from '../graphql/batched.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeByCode } from '../graphql/node.ts'
import { db } from '../data/db.ts'
import { searchWords } from '../lists/listQuery.ts'
import { presentPairings } from '../pairings/held.ts'
import { streetRecord } from './street.record.ts'
import { visibleStreets } from './street.access.ts'
import { createStreet, updateStreet } from './street.ts'

/**
 * How many communities of a street have a lead in office today: one question for all streets, since Prisma can't count
 * the same relation twice in one.
 */
const coveredIn = batched(async (streetCodes) => {
  const counts = await db.community.groupBy({
    by: ['streetCode'],
    where: {
      streetCode: { in: [...streetCodes] },
      status: 'ACTIVE',
      pairings: { some: { seat: 'LEAD', ...presentPairings() } },
    },
    _count: true,
  })
  return new Map(counts.map(({ streetCode, _count }) => [streetCode, _count]))
})

export const StreetRef = builder.prismaNode('Street', {
  ...nodeByCode(streetRecord),
  fields: (t) => ({
    code: t.exposeString('code', { description: '9 位区划代码' }),
    name: t.exposeString('name'),
    districtCode: t.exposeString('districtCode'),
    justiceOffice: t.exposeString('justiceOffice', { nullable: true, description: '司法所' }),
    lat: t.exposeFloat('lat', { nullable: true }),
    lng: t.exposeFloat('lng', { nullable: true }),
    adjacentCodes: t.exposeStringList('adjacentCodes', { description: '相邻街道的代码' }),
    version: t.exposeInt('version'),
    communityCount: t.relationCount('communities', {
      description: '社区、村数（不含已撤并）',
      where: { status: 'ACTIVE' },
    }),
    coveredCount: t.int({
      description: '其中有首席顾问在任的社区、村数',
      select: { code: true },
      resolve: async ({ code }, _args, context) => (await coveredIn(context, code)) ?? 0,
    }),
    firmCount: t.relationCount('firms', { description: '正常执业的机构数', where: { status: 'ACTIVE' } }),
  }),
})

/** More streets than any city has; a list beyond needs a search. */
const most = 500

builder.queryFields((t) => ({
  streets: t.prismaField({
    type: [StreetRef],
    description: `街道（乡镇），按代码排列，至多 ${most} 个`,
    authScopes: { may: 'place:read' },
    args: { search: t.arg.string({ description: '名称、拼音首字母、代码' }) },
    resolve: (query, _root, { search }, context) =>
      db.street.findMany({
        ...query,
        where: {
          AND: [
            visibleStreets(viewerOf(context)),
            searchWords(search, (text, plain) => [
              { name: { contains: text } },
              { initials: { startsWith: plain } },
              { code: { startsWith: plain } },
            ]) ?? {},
          ],
        },
        orderBy: { code: 'asc' },
        take: most,
      }),
  }),
  street: t.prismaField({
    type: StreetRef,
    nullable: true,
    description: '一个街道',
    authScopes: { may: 'place:read' },
    args: { code: t.arg.string({ required: true }) },
    resolve: (query, _root, { code }, context) =>
      db.street.findFirst({ ...query, where: { code, AND: visibleStreets(viewerOf(context)) } }),
  }),
}))

const act = actsOn(StreetRef, (query, code) => db.street.findFirstOrThrow({ ...query, where: { code } }))

act('createStreet', {
  description: '登记街道',
  may: 'place:write',
  input: (t) => ({
    code: t.string({ required: true, description: '9 位统计用区划代码' }),
    name: t.string({ required: true }),
    justiceOffice: t.string(),
  }),
  run: createStreet,
})

act('updateStreet', {
  description: '修改街道及其相邻街道；未给出的项不变',
  may: 'place:write',
  input: (t) => ({
    code: t.string({ required: true }),
    ...seen(t),
    name: t.string(),
    justiceOffice: t.string(),
    adjacentCodes: t.stringList({ description: '相邻街道；对方随之改变' }),
  }),
  run: (viewer, { code, ...street }) => updateStreet(viewer, code, street),
})
