import { firmKinds, labelOf, orgForms, partyOrgs } from '@sitai/rules/dictionaries'
import { firmMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { firmOrder, listedFirms } from './firm.graphql.ts'

type Args = Parameters<typeof listedFirms>[1] & { readonly orderBy?: Parameters<typeof firmOrder>[0] }

/** The register of firms as an Excel file. */
export const firmListSheet = listSheet<Args>({
  list: 'firms',
  title: '机构名册',
  act: 'firm:read',
  entity: 'firm',
  columns: {
    name: { header: '机构名称', width: 34 },
    kind: { header: '机构类别', width: 18 },
    street: { header: '所在街道', width: 14 },
    director: { header: '负责人', width: 12 },
    people: { header: '在岗人数', width: 10, format: 'number' },
    phone: { header: '办公电话', width: 16 },
    party: { header: '党组织', width: 14 },
    status: { header: '状态', width: 12 },
    setUpOn: { header: '设立日期', width: 14, format: 'day' },
    orgForm: { header: '组织形式', width: 16 },
    creditCode: { header: '统一社会信用代码', width: 22 },
    licenceNo: { header: '执业许可证号', width: 22 },
    address: { header: '地址', width: 40 },
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
      firms.map(({ id, kind, street, _count, partyOrg, status, orgForm, ...firm }) => [
        id,
        {
          name: firm.name,
          kind: labelOf(firmKinds, kind),
          street: street?.name ?? '',
          director: firm.director,
          people: _count.practitioners,
          phone: firm.phone,
          party: labelOf(partyOrgs, partyOrg),
          status: firmMachine.labels[status],
          setUpOn: firm.setUpOn,
          orgForm: orgForm ? labelOf(orgForms, orgForm) : '',
          creditCode: firm.creditCode,
          licenceNo: firm.licenceNo,
          address: firm.address,
        },
      ]),
    )
  },
})
