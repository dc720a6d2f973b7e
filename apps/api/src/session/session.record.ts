import { record } from '../records/record.ts'
import { visibleSessions } from './sessions.ts'

/** 登录. */
export const sessionRecord = record({
  table: 'session',
  label: '登录',
  act: 'self',
  key: 'id',
  visible: visibleSessions,
})
