import { timeIn } from '@sitai/rules/calendar'
import { visitMachine } from '@sitai/rules/machines'
import { visitFields as fields } from '@sitai/rules/visit.fields'
import { db } from '../data/db.ts'
import { factFilters, placeOrAdviser } from '../facts/factList.ts'
import { addList } from '../lists/list.ts'
import { VisitRef, VisitStatusEnum } from './visit.graphql.ts'
import { visitRecord } from './visit.record.ts'
import { isIncomplete, needsConfirmation } from './visit.state.ts'

addList({
  name: 'visits',
  type: VisitRef,
  record: visitRecord,
  from: db.visit,
  description: '驻点一览',
  filters: (t, by) => ({
    status: by(t.field({ type: [VisitStatusEnum] }), {
      label: '状态',
      where: (status) => ({ status: { in: status } }),
      word: (status) => visitMachine.labels[status],
    }),
    from: by(t.field({ type: 'Date', description: '计划日起（含）' }), {
      label: '自',
      where: (from) => ({ plannedOn: { gte: from } }),
    }),
    to: by(t.field({ type: 'Date', description: '计划日止（含）' }), {
      label: '至',
      where: (to) => ({ plannedOn: { lte: to } }),
    }),
    ...factFilters(t),
    needsConfirmation: by(t.boolean({ description: '只看有疑点、待社区确认的' }), {
      where: (needsIt) => (needsIt ? { status: 'COMPLETED', NOT: { doubts: { isEmpty: true } } } : {}),
    }),
  }),
  search: { description: '社区或顾问的名称、拼音首字母', match: placeOrAdviser },
  orders: {
    STARTS_AT: (direction) => ({ startsAt: direction }),
    COMMUNITY: (direction) => ({ community: { pinyin: direction } }),
    PRACTITIONER: (direction) => ({ practitioner: { pinyin: direction } }),
    MINUTES: (direction) => ({ minutes: { sort: direction, nulls: 'last' } }),
  },
  order: ['STARTS_AT', 'desc'],
  ties: [{ startsAt: 'desc' }, { id: 'desc' }],
  sheet: {
    title: '驻点一览',
    rows: (ids: string[]) =>
      db.visit.findMany({
        where: { id: { in: ids } },
        include: {
          community: { select: { name: true, street: { select: { name: true } } } },
          practitioner: { select: { name: true } },
          firm: { select: { name: true } },
          _count: { select: { serviceLogs: { where: { status: { not: 'VOID' } } } } },
        },
      }),
    columns: {
      day: { header: fields.plannedOn.label, width: 14, format: 'day', value: ({ plannedOn }) => plannedOn },
      time: { header: '时间', width: 14, value: ({ startsAt, endsAt }) => `${timeIn(startsAt)}–${timeIn(endsAt)}` },
      state: {
        header: '状态',
        width: 22,
        value: (visit) =>
          [
            visitMachine.labels[visit.status],
            ...(needsConfirmation(visit) ? ['待社区确认'] : []),
            ...(isIncomplete(visit) ? ['缺签退'] : []),
          ].join('，'),
      },
      community: { header: '社区', width: 20, value: ({ community }) => community.name },
      street: { header: '街道', width: 14, value: ({ community }) => community.street.name },
      practitioner: { header: '顾问', width: 12, value: ({ practitioner }) => practitioner.name },
      firm: { header: '机构', width: 30, value: ({ firm }) => firm.name },
      minutes: { header: '时长（分钟）', width: 14, format: 'number', value: ({ minutes }) => minutes },
      logs: { header: '日志（篇）', width: 12, format: 'number', value: ({ _count }) => _count.serviceLogs },
      doubts: { header: fields.doubts.label, width: 40, value: ({ doubts }) => doubts.join('；') },
    },
  },
})
