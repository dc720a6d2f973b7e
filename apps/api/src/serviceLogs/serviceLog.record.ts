import { serviceLogMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { record } from '../records/record.ts'
import { visibleServiceLogs } from './serviceLog.access.ts'

/** 工作日志. */
export const serviceLogRecord = record({
  table: 'service_log',
  label: '工作日志',
  parts: { service_log_photo: '日志照片' },
  act: 'serviceLog:read',
  key: 'id',
  visible: visibleServiceLogs,
  history: { count: (id, AND) => db.serviceLog.count({ where: { id, AND } }) },
  machine: serviceLogMachine,
})
