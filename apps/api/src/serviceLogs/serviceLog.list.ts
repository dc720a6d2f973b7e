import { districtOf } from '@sitai/rules/community'
import { serviceLogMachine } from '@sitai/rules/machines'
import { serviceLogFields as fields } from '@sitai/rules/serviceLog.fields'
import { countsLabel } from '@sitai/rules/serviceLog'
import { db } from '../data/db.ts'
import { labelsAmong } from '../dictionaries/inPlace.ts'
import { factFilters, placeOrAdviser } from '../facts/factList.ts'
import { addList } from '../lists/list.ts'
import { serviceTypeName, topicName } from '../lists/words.ts'
import { VisitRef } from '../visits/visit.graphql.ts'
import { ServiceLogRef, ServiceLogStatusEnum } from './serviceLog.graphql.ts'
import { serviceLogRecord } from './serviceLog.record.ts'
import { warningsAmong } from './warnings.ts'

addList({
  name: 'serviceLogs',
  type: ServiceLogRef,
  record: { ...serviceLogRecord, label: '日志' },
  from: db.serviceLog,
  description: '日志一览',
  filters: (t, by) => ({
    status: by(t.field({ type: [ServiceLogStatusEnum] }), {
      label: '状态',
      where: (status) => ({ status: { in: status } }),
      word: (status) => serviceLogMachine.labels[status],
    }),
    typeCode: by(t.stringList(), {
      label: '类型',
      where: (typeCode) => ({ typeCode: { in: typeCode } }),
      word: serviceTypeName,
    }),
    topicCode: by(t.stringList(), {
      label: '事项',
      where: (topicCode) => ({ topicCode: { in: topicCode } }),
      word: topicName,
    }),
    from: by(t.field({ type: 'Date', description: '服务日期起（含）' }), {
      label: '自',
      where: (from) => ({ occurredOn: { gte: from } }),
    }),
    to: by(t.field({ type: 'Date', description: '服务日期止（含）' }), {
      label: '至',
      where: (to) => ({ occurredOn: { lte: to } }),
    }),
    ...factFilters(t),
    visitId: by(t.globalID({ for: [VisitRef] }), {
      label: '驻点',
      where: ({ id }) => ({ visitId: id }),
      word: () => '',
    }),
    remote: by(t.boolean({ description: '只看非现场，或只看现场' }), {
      where: (isRemote) => ({ remote: isRemote ? { not: null } : null }),
    }),
    rating: by(t.intList({ description: '社区评分' }), { where: (rating) => ({ rating: { in: rating } }) }),
  }),
  search: {
    description: '社区或顾问的名称、拼音首字母，或内容',
    match: (text, plain) => [...placeOrAdviser(text, plain), { content: { contains: text } }],
  },
  orders: {
    OCCURRED_ON: (direction) => ({ occurredOn: direction }),
    SUBMITTED_AT: (direction) => ({ submittedAt: { sort: direction, nulls: 'last' } }),
    COMMUNITY: (direction) => ({ community: { pinyin: direction } }),
    PRACTITIONER: (direction) => ({ practitioner: { pinyin: direction } }),
    PERSONS: (direction) => ({ persons: direction }),
  },
  order: ['OCCURRED_ON', 'desc'],
  ties: [{ occurredOn: 'desc' }, { id: 'desc' }],
  sheet: {
    title: '工作日志',
    rows: async (ids: string[]) => {
      const logs = await db.serviceLog.findMany({
        where: { id: { in: ids } },
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
      return logs.map((log) => ({
        ...log,
        label: labels.get(districtOf(log.communityCode)),
        isDoubtful: warnings.has(log.id) && log.status !== 'VOID',
      }))
    },
    columns: {
      day: { header: fields.occurredOn.label, width: 14, format: 'day', value: ({ occurredOn }) => occurredOn },
      state: {
        header: '状态',
        width: 18,
        value: ({ status, isDoubtful }) => `${serviceLogMachine.labels[status]}${isDoubtful ? '，疑似重复' : ''}`,
      },
      community: { header: '社区', width: 20, value: ({ community }) => community.name },
      street: { header: '街道', width: 14, value: ({ community }) => community.street.name },
      type: {
        header: fields.typeCode.label,
        width: 14,
        value: ({ label, typeCode }) => label?.('SERVICE_TYPE', typeCode) ?? typeCode,
      },
      topic: {
        header: fields.topicCode.label,
        width: 14,
        value: ({ label, topicCode }) => label?.('TOPIC', topicCode) ?? topicCode,
      },
      counts: { header: '数量', width: 20, value: (log) => countsLabel(log) },
      practitioner: { header: '顾问', width: 12, value: ({ practitioner }) => practitioner.name },
      firm: { header: '机构', width: 30, value: ({ firm }) => firm.name },
      content: { header: fields.content.label, width: 60, value: ({ content }) => content },
      photos: { header: '照片（张）', width: 12, format: 'number', value: ({ _count }) => _count.photos },
      rating: { header: '评分', width: 8, format: 'number', value: ({ rating }) => rating },
    },
  },
})
