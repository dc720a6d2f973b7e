import type { RecordFields } from './recordFields.ts'

/** The fields of a street or town. */
export const streetFields = {
  code: { label: '街道代码', kind: 'text', required: true, help: '9 位统计用区划代码；登记后不能修改。' },
  name: { label: '街道名称', kind: 'text', required: true },
  justiceOffice: { label: '司法所', kind: 'text' },
  adjacentCodes: { label: '相邻街道', kind: 'streets', help: '用于属地就近推荐；对方的相邻街道随之改变。' },
} as const satisfies RecordFields
