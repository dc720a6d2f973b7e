import { labelOf, seats, termGrades } from '@sitai/rules/dictionaries'
import { pairingMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { daysLeft, lastDay, listedPairings, type PairingListArgs, pairingOrder } from './pairing.list.ts'

type Args = PairingListArgs & { readonly orderBy?: Parameters<typeof pairingOrder>[0] }

/** The pairings as an Excel file. */
export const pairingListSheet = listSheet<Args>({
  list: 'pairings',
  title: '结对一览',
  act: 'pairing:read',
  entity: 'pairing',
  columns: {
    community: { header: '社区', width: 20 },
    street: { header: '街道', width: 14 },
    practitioner: { header: '顾问', width: 12 },
    firm: { header: '执业机构', width: 30 },
    seat: { header: '席位', width: 12 },
    status: { header: '状态', width: 12 },
    termFrom: { header: '聘期自', width: 14, format: 'day' },
    lastDay: { header: '至', width: 14, format: 'day' },
    daysLeft: { header: '余（天）', width: 10, format: 'number' },
    visits: { header: '每月驻点（次）', width: 14, format: 'number' },
    grade: { header: '考核', width: 12 },
    note: { header: '说明', width: 40 },
  },
  ids: async (viewer, args, take) => {
    const pairings = await db.pairing.findMany({
      where: listedPairings(viewer, args),
      orderBy: pairingOrder(args.orderBy),
      take,
      select: { id: true },
    })
    return pairings.map(({ id }) => id)
  },
  rows: async (_viewer, ids) => {
    const pairings = await db.pairing.findMany({
      where: { id: { in: [...ids] } },
      include: {
        community: { select: { name: true, street: { select: { name: true } } } },
        practitioner: { select: { name: true, firm: { select: { name: true } } } },
      },
    })
    return new Map(
      pairings.map((pairing) => [
        pairing.id,
        {
          community: pairing.community.name,
          street: pairing.community.street.name,
          practitioner: pairing.practitioner.name,
          firm: pairing.practitioner.firm?.name ?? '',
          seat: labelOf(seats, pairing.seat),
          status: pairingMachine.labels[pairing.status],
          termFrom: pairing.termFrom,
          lastDay: lastDay(pairing),
          daysLeft: daysLeft(pairing),
          visits: pairing.visitsPerMonth,
          grade: pairing.grade ? labelOf(termGrades, pairing.grade) : '',
          note: pairing.note,
        },
      ]),
    )
  },
})
