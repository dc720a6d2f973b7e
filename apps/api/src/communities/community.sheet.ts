import { communityKinds, communityStatuses, labelOf } from '@sitai/rules/dictionaries'
import { db } from '../data/db.ts'
import { presentPairings } from '../pairings/held.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { communityOrder, listedCommunities } from './communities.graphql.ts'

type Args = Parameters<typeof listedCommunities>[1] & { readonly orderBy?: Parameters<typeof communityOrder>[0] }

/** The register of communities as an Excel file. */
export const communityListSheet = listSheet<Args>({
  list: 'communities',
  title: '社区名册',
  act: 'place:read',
  entity: 'community',
  columns: {
    name: { header: '社区（村）', width: 20 },
    code: { header: '区划代码', width: 16 },
    street: { header: '街道', width: 14 },
    kind: { header: '类型', width: 10 },
    adviser: { header: '首席顾问', width: 12 },
    firm: { header: '顾问机构', width: 30 },
    population: { header: '常住人口', width: 12, format: 'number' },
    status: { header: '状态', width: 10 },
    contact: { header: '联系人', width: 12 },
    phone: { header: '联系电话', width: 16 },
    room: { header: '驻点场所', width: 20 },
    hours: { header: '接待时间', width: 24 },
    address: { header: '地址', width: 40 },
  },
  ids: async (viewer, args, take) => {
    const found = await db.community.findMany({
      where: listedCommunities(viewer, args),
      orderBy: communityOrder(args.orderBy),
      take,
      select: { code: true },
    })
    return found.map(({ code }) => code)
  },
  rows: async (_viewer, codes) => {
    const found = await db.community.findMany({
      where: { code: { in: [...codes] } },
      include: {
        street: true,
        pairings: {
          where: { seat: 'LEAD', ...presentPairings() },
          select: { practitioner: { select: { name: true, firm: { select: { name: true } } } } },
        },
      },
    })
    return new Map(
      found.map(({ code, street, kind, status, pairings, ...community }) => [
        code,
        {
          name: community.name,
          code,
          street: street.name,
          kind: labelOf(communityKinds, kind),
          adviser: pairings[0]?.practitioner.name ?? '',
          firm: pairings[0]?.practitioner.firm?.name ?? '',
          population: community.population,
          status: labelOf(communityStatuses, status),
          contact: community.contactName,
          phone: community.contactPhoneMasked,
          room: community.visitRoom,
          hours: community.officeHours,
          address: community.address,
        },
      ]),
    )
  },
})
