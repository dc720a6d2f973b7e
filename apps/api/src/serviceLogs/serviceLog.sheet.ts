import { serviceLogMachine } from '@sitai/rules/machines'
import { countsLabel } from '@sitai/rules/serviceLog'
import { db } from '../data/db.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { listedServiceLogs, type ServiceLogListArgs, serviceLogOrder } from './serviceLog.list.ts'
import { labelsAmong, labelsIn } from '../dictionaries/inPlace.ts'
import { warningsAmong } from './warnings.ts'

type Args = ServiceLogListArgs & { readonly orderBy?: Parameters<typeof serviceLogOrder>[0] }

/** The service logs as an Excel file. */
export const serviceLogListSheet = listSheet<Args>({
  list: 'serviceLogs',
  title: '工作日志',
  act: 'serviceLog:read',
  entity: 'service_log',
  columns: {
    day: { header: '服务日期', width: 14, format: 'day' },
    state: { header: '状态', width: 18 },
    community: { header: '社区', width: 20 },
    street: { header: '街道', width: 14 },
    type: { header: '类型', width: 14 },
    topic: { header: '事项', width: 14 },
    counts: { header: '数量', width: 20 },
    practitioner: { header: '顾问', width: 12 },
    firm: { header: '机构', width: 30 },
    content: { header: '内容', width: 60 },
    photos: { header: '照片（张）', width: 12, format: 'number' },
    rating: { header: '评分', width: 8, format: 'number' },
  },
  names: {
    typeCode: async (code, divisionCode) => (await labelsIn(divisionCode))('SERVICE_TYPE', code),
  },
  ids: async (viewer, args, take) => {
    const logs = await db.serviceLog.findMany({
      where: listedServiceLogs(viewer, args),
      orderBy: serviceLogOrder(args.orderBy),
      take,
      select: { id: true },
    })
    return logs.map(({ id }) => id)
  },
  rows: async (_viewer, ids) => {
    const logs = await db.serviceLog.findMany({
      where: { id: { in: [...ids] } },
      include: {
        community: { select: { name: true, street: { select: { name: true } } } },
        practitioner: { select: { name: true } },
        firm: { select: { name: true } },
        _count: { select: { photos: true } },
      },
    })
    const [labels, warnings] = await Promise.all([
      labelsAmong(logs.map(({ communityCode }) => communityCode)),
      warningsAmong(ids),
    ])
    return new Map(
      logs.map((log) => {
        const words = labels.get(log.communityCode.slice(0, 6))
        const isDoubtful = warnings.has(log.id) && log.status !== 'VOID'
        return [
          log.id,
          {
            day: log.occurredOn,
            state: `${serviceLogMachine.labels[log.status]}${isDoubtful ? '，疑似重复' : ''}`,
            community: log.community.name,
            street: log.community.street.name,
            type: words?.('SERVICE_TYPE', log.typeCode) ?? log.typeCode,
            topic: words?.('TOPIC', log.topicCode) ?? log.topicCode,
            counts: countsLabel(log),
            practitioner: log.practitioner.name,
            firm: log.firm.name,
            content: log.content,
            photos: log._count.photos,
            rating: log.rating,
          },
        ]
      }),
    )
  },
})
