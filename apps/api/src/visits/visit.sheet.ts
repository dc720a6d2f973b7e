import { timeIn } from '@sitai/rules/calendar'
import { visitMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { isIncomplete, listedVisits, needsConfirmation, type VisitListArgs, visitOrder } from './visit.list.ts'

type Args = VisitListArgs & { readonly orderBy?: Parameters<typeof visitOrder>[0] }

/** The visits as an Excel file. */
export const visitListSheet = listSheet<Args>({
  list: 'visits',
  title: '驻点一览',
  act: 'visit:read',
  entity: 'visit',
  columns: {
    day: { header: '日期', width: 14, format: 'day' },
    time: { header: '时间', width: 14 },
    state: { header: '状态', width: 22 },
    community: { header: '社区', width: 20 },
    street: { header: '街道', width: 14 },
    practitioner: { header: '顾问', width: 12 },
    firm: { header: '机构', width: 30 },
    minutes: { header: '时长（分钟）', width: 14, format: 'number' },
    logs: { header: '日志（篇）', width: 12, format: 'number' },
    doubts: { header: '疑点', width: 40 },
  },
  ids: async (viewer, args, take) => {
    const visits = await db.visit.findMany({
      where: listedVisits(viewer, args),
      orderBy: visitOrder(args.orderBy),
      take,
      select: { id: true },
    })
    return visits.map(({ id }) => id)
  },
  rows: async (_viewer, ids) => {
    const visits = await db.visit.findMany({
      where: { id: { in: [...ids] } },
      include: {
        community: { select: { name: true, street: { select: { name: true } } } },
        practitioner: { select: { name: true } },
        firm: { select: { name: true } },
        _count: { select: { serviceLogs: { where: { status: { not: 'VOID' } } } } },
      },
    })
    return new Map(
      visits.map((visit) => [
        visit.id,
        {
          day: visit.plannedOn,
          time: `${timeIn(visit.startsAt)}–${timeIn(visit.endsAt)}`,
          state: [
            visitMachine.labels[visit.status],
            ...(needsConfirmation(visit) ? ['待社区确认'] : []),
            ...(isIncomplete(visit) ? ['缺签退'] : []),
          ].join('，'),
          community: visit.community.name,
          street: visit.community.street.name,
          practitioner: visit.practitioner.name,
          firm: visit.firm.name,
          minutes: visit.minutes,
          logs: visit._count.serviceLogs,
          doubts: visit.doubts.join('；'),
        },
      ]),
    )
  },
})
