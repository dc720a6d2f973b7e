import { roles } from '@sitai/rules/account'

/** The roles as choices of a filter or a form. */
export const roleOptions: readonly { value: string; label: string }[] = roles.map(({ code, label }) => ({
  value: code,
  label,
}))

/** The states of an account as choices of a filter. */
export const stateOptions: readonly { value: string; label: string }[] = [
  { value: 'ACTIVE', label: '启用' },
  { value: 'DISABLED', label: '停用' },
  { value: 'LOCKED', label: '锁定' },
  { value: 'INITIAL_PASSWORD', label: '初始密码未修改' },
  { value: 'NO_GRANT', label: '没有有效授权' },
]

interface StateFacts {
  readonly status: 'ACTIVE' | 'DISABLED'
  readonly isLocked: boolean
  readonly mustChangePassword: boolean
}

/** The state of an account in words. */
export function stateWords({ status, isLocked, mustChangePassword }: StateFacts): string {
  if (status === 'DISABLED') return '停用'
  if (isLocked) return '锁定'
  return mustChangePassword ? '启用，初始密码未修改' : '启用'
}

/** A grant in words: the role and where it holds. */
export function grantWords(grant: { roleLabel: string; placeName: string; firmName?: string | null }): string {
  return `${grant.roleLabel} · ${grant.firmName ?? grant.placeName}`
}
