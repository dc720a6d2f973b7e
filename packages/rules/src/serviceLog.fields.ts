import { remoteChannels } from './dictionaries.ts'
import type { RecordFields } from './recordFields.ts'

/** The fields of a service log, as its writer fills them in. */
export const serviceLogFields = {
  typeCode: { label: '服务类型', kind: 'serviceType', required: true },
  topicCode: { label: '事项类别', kind: 'topic', required: true },
  occurredOn: { label: '服务日期', kind: 'day', required: true },
  persons: { label: '服务人次', kind: 'whole' },
  items: { label: '办理件数', kind: 'whole' },
  sessions: { label: '举办场次', kind: 'whole' },
  copies: { label: '发放份数', kind: 'whole' },
  content: { label: '服务内容', kind: 'text' },
  outcome: { label: '办理结果', kind: 'text' },
  remote: { label: '服务方式', kind: 'choice', choices: remoteChannels },
  lateReason: { label: '补录原因', kind: 'text' },
} as const satisfies RecordFields
