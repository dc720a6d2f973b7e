import { checkInMethods } from './dictionaries.ts'
import type { RecordFields } from './recordFields.ts'

/** The fields of a visit: when it is to be, and when it was. */
export const visitFields = {
  plannedOn: { label: '驻点日期', kind: 'day', required: true },
  startsAt: { label: '开始时间', kind: 'instant', required: true },
  endsAt: { label: '结束时间', kind: 'instant', required: true },
  reason: { label: '说明', kind: 'text' },
  checkedInAt: { label: '签到时间', kind: 'instant' },
  checkInMethod: { label: '签到方式', kind: 'choice', choices: checkInMethods },
  checkedOutAt: { label: '签退时间', kind: 'instant' },
  doubts: { label: '疑点', kind: 'list' },
} as const satisfies RecordFields
