import { labelOf, partyOrgs } from '@sitai/rules/dictionaries'
import { firmFields } from '@sitai/rules/firm.fields'
import { firmMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { fieldCells, fieldColumn, fieldColumns } from '../sheets/fieldColumns.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { firmOrder, listedFirms } from './firm.graphql.ts'

type Args = Parameters<typeof listedFirms>[1] & { readonly orderBy?: Parameters<typeof firmOrder>[0] }

const { streetCode, partyOrg, ...fields } = firmFields

/** The register of firms as an Excel file. */
export const firmListSheet = listSheet<Args>({
  list: 'firms',
  title: '机构名册',
  act: 'firm:read',
  entity: 'firm',
  columns: {
    ...fieldColumns(fields),
    party: fieldColumn(partyOrg),
    street: fieldColumn(streetCode),
    people: { header: '在岗人数', width: 10, format: 'number' },
    status: { header: '状态', width: 12 },
  },
  ids: async (viewer, args, take) => {
    const firms = await db.firm.findMany({
      where: listedFirms(viewer, args),
      orderBy: firmOrder(args.orderBy),
      take,
      select: { id: true },
    })
    return firms.map(({ id }) => id)
  },
  rows: async (_viewer, ids) => {
    const firms = await db.firm.findMany({
      where: { id: { in: [...ids] } },
      include: { street: true, _count: { select: { practitioners: { where: { status: 'ACTIVE' } } } } },
    })
    return new Map(
      firms.map((firm) => [
        firm.id,
        {
          ...fieldCells(fields, firm),
          party: labelOf(partyOrgs, firm.partyOrg),
          street: firm.street?.name ?? '',
          people: firm._count.practitioners,
          status: firmMachine.labels[firm.status],
        },
      ]),
    )
  },
})
