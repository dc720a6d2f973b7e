import type { BureauRecord } from '../records/record.ts'

/** The two logs themselves, which the log speaks of when one is exported. */
export const operationLogRecord: BureauRecord = { table: 'operation_log', label: '操作日志', act: 'audit:read' }
export const signInLogRecord: BureauRecord = { table: 'sign_in_log', label: '登录日志', act: 'audit:read' }
