import { roles } from '@sitai/rules/account'
import { labelOf } from '@sitai/rules/dictionaries'

export function roleLabel(role: string): string {
  return labelOf(roles, role)
}

/** The outcomes of a sign-in, as choices of the filter. */
export const outcomeOptions = [
  { value: 'SUCCEEDED', label: '成功' },
  { value: 'WRONG_PASSWORD', label: '密码错误' },
  { value: 'NO_SUCH_ACCOUNT', label: '无此账号' },
  { value: 'LOCKED', label: '已锁定' },
  { value: 'DISABLED', label: '已停用' },
  { value: 'NO_GRANT', label: '没有有效授权' },
  { value: 'SIGNED_OUT', label: '退出' },
] as const

export function outcomeLabel(outcome: string): string {
  return outcomeOptions.find(({ value }) => value === outcome)?.label ?? outcome
}

/** What was done to the record. */
export const operationOptions = [
  { value: 'INSERT', label: '新增' },
  { value: 'UPDATE', label: '修改' },
  { value: 'DELETE', label: '删除' },
  { value: 'EXPORT', label: '导出' },
  { value: 'REVEAL', label: '查看敏感信息' },
] as const

export function operationLabel(operation: string): string {
  return operationOptions.find(({ value }) => value === operation)?.label ?? operation
}
