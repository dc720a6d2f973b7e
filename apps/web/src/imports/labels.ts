import type { ImportKind, ImportRowOutcome, ImportStatus } from '../../generated/gql/graphql.ts'
import type { Tone } from '../ui/Tag.tsx'

/** What can be brought in, in the order in which it must come: people need their firms. */
export const kinds: readonly { value: ImportKind; label: string; what: string }[] = [
  { value: 'FIRMS', label: '机构', what: '律师事务所和基层法律服务所。请先导入机构，再导入人员。' },
  { value: 'PRACTITIONERS', label: '执业人员', what: '各类律师和基层法律服务工作者，执业机构须已登记。' },
  { value: 'COMMUNITIES', label: '社区', what: '社区和村，按统计用区划代码更新或新增。' },
]

export function kindLabel(kind: ImportKind): string {
  return kinds.find(({ value }) => value === kind)?.label ?? kind
}

export const statusLabels: Readonly<Record<ImportStatus, string>> = {
  UPLOADED: '已上传',
  CHECKING: '检查中',
  CHECKED: '待提交',
  COMMITTING: '导入中',
  COMMITTED: '已导入',
  UNDONE: '已撤销',
  FAILED: '失败',
}

export const statusTones: Readonly<Record<ImportStatus, Tone>> = {
  UPLOADED: 'plain',
  CHECKING: 'busy',
  CHECKED: 'warn',
  COMMITTING: 'busy',
  COMMITTED: 'good',
  UNDONE: 'plain',
  FAILED: 'bad',
}

export const outcomeLabels: Readonly<Record<ImportRowOutcome, string>> = {
  NEW: '新增',
  CHANGED: '更新',
  SAME: '一致',
  BAD: '有错',
}

export const outcomeTones: Readonly<Record<ImportRowOutcome, Tone>> = {
  NEW: 'good',
  CHANGED: 'busy',
  SAME: 'plain',
  BAD: 'bad',
}

/** `2026-11-23 16:05` in Beijing's time. */
export function moment(iso: string): string {
  return new Date(iso).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16)
}
