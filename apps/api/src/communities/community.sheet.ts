import { communityFields } from '@sitai/rules/community.fields'
import { communityStatuses, labelOf } from '@sitai/rules/dictionaries'
import { db } from '../data/db.ts'
import { presentPairings } from '../pairings/held.ts'
import { fieldCells, fieldColumn, fieldColumns } from '../sheets/fieldColumns.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { communityOrder, listedCommunities } from './communities.graphql.ts'

type Args = Parameters<typeof listedCommunities>[1] & { readonly orderBy?: Parameters<typeof communityOrder>[0] }

// What is enciphered, a topic, or called otherwise on the page is said by itself.
const { contactName, contactPhone, demands: _demands, officeHours, visitRoom, ...fields } = communityFields

/** The register of communities as an Excel file. */
export const communityListSheet = listSheet<Args>({
  list: 'communities',
  title: '社区名册',
  act: 'place:read',
  entity: 'community',
  columns: {
    ...fieldColumns(fields),
    // As on the page: a list holds villages too.
    name: { ...fieldColumn(fields.name), header: '社区（村）' },
    street: { header: '街道', width: 14 },
    adviser: { header: '首席顾问', width: 12 },
    firm: { header: '顾问机构', width: 30 },
    status: { header: '状态', width: 10 },
    contact: fieldColumn(contactName),
    phone: fieldColumn(contactPhone),
    room: fieldColumn(visitRoom),
    hours: fieldColumn(officeHours),
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
      found.map(({ street, status, pairings, ...community }) => [
        community.code,
        {
          ...fieldCells(fields, community),
          street: street.name,
          adviser: pairings[0]?.practitioner.name ?? '',
          firm: pairings[0]?.practitioner.firm?.name ?? '',
          status: labelOf(communityStatuses, status),
          contact: community.contactName,
          phone: community.contactPhoneMasked,
          room: community.visitRoom,
          hours: community.officeHours,
        },
      ]),
    )
  },
})
