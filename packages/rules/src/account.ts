/** Input of accounts and grants: log-in names, who may hold what, and how an initial password is made. */
import { z } from 'zod'
import { accept, refuse } from './checked.ts'
import type { DictionaryItem } from './dictionaries.ts'
import { optional, required } from './fields.ts'
import { checkName } from './personName.ts'
import { cleanIdentifier } from './text.ts'

/** 角色; the others come with their areas. */
export const roles = [
  { code: 'SYS_ADMIN', label: '系统管理员' },
  { code: 'BUREAU_ADMIN', label: '局管理员' },
  { code: 'LEADER', label: '领导' },
  { code: 'FIRM_ADMIN', label: '律所管理员' },
  { code: 'LAWYER', label: '律师（法律服务工作者）' },
] as const satisfies readonly DictionaryItem[]

/** The states an account is looked for by. */
export const accountStates = [
  { code: 'ACTIVE', label: '启用' },
  { code: 'DISABLED', label: '停用' },
  { code: 'LOCKED', label: '锁定' },
  { code: 'INITIAL_PASSWORD', label: '初始密码未修改' },
  { code: 'NO_GRANT', label: '没有有效授权' },
] as const satisfies readonly DictionaryItem[]

/** The state of an account in words. */
export function accountStateLabel({
  status,
  isLocked,
  mustChangePassword,
}: {
  readonly status: 'ACTIVE' | 'DISABLED'
  readonly isLocked: boolean
  readonly mustChangePassword: boolean
}): string {
  if (status === 'DISABLED') return '停用'
  if (isLocked) return '锁定'
  return mustChangePassword ? '启用，初始密码未修改' : '启用'
}

/** A grant in words: the role and where it holds. */
export function grantLabel(grant: {
  readonly roleLabel: string
  readonly placeName: string
  readonly firmName?: string | null | undefined
}): string {
  return `${grant.roleLabel} · ${grant.firmName ?? grant.placeName}`
}

/** How a try to sign in ended. */
export const signInOutcomes = [
  { code: 'SUCCEEDED', label: '成功' },
  { code: 'WRONG_PASSWORD', label: '密码错误' },
  { code: 'NO_SUCH_ACCOUNT', label: '无此账号' },
  { code: 'LOCKED', label: '已锁定' },
  { code: 'DISABLED', label: '已停用' },
  { code: 'NO_GRANT', label: '没有有效授权' },
  { code: 'SIGNED_OUT', label: '退出' },
] as const satisfies readonly DictionaryItem[]

/** What was done to the record of a line of the operation log. */
export const auditOperations = [
  { code: 'INSERT', label: '新增' },
  { code: 'UPDATE', label: '修改' },
  { code: 'DELETE', label: '删除' },
  { code: 'EXPORT', label: '导出' },
  { code: 'REVEAL', label: '查看敏感信息' },
] as const satisfies readonly DictionaryItem[]

/** What each role is for, in one sentence under the choice. */
export const roleHelp: Readonly<Record<(typeof roles)[number]['code'], string>> = {
  SYS_ADMIN: '管账号、字典和日志，看不到业务数据。',
  BUREAU_ADMIN: '办理本区划的全部业务，也管账号和参数。',
  LEADER: '查看本区划的全部业务，不办理。',
  FIRM_ADMIN: '管一家机构的人员、结对、驻点和日志。',
  LAWYER: '办理本人的驻点和日志，账号须关联执业人员。',
}

/** 登录名: what people can type on any keyboard and read over the telephone. Lower case, so that case never matters. */
const checkUserName = (text: string) => {
  const name = cleanIdentifier(text).toLowerCase()
  return /^[a-z0-9][a-z0-9._-]{2,39}$/u.test(name)
    ? accept(name)
    : refuse('登录名应为3至40个小写字母、数字、点、横线或下划线，以字母或数字开头')
}

const userName = required('登录名', checkUserName)
const displayName = required('姓名', checkName)

/** Schema of `createAccount`; the grant is checked by `grantInput`. */
export const accountInput = z.object({ userName, displayName })

/** Schema of one grant: which role, where, for which firm. */
export const grantInput = z
  .object({
    role: z.enum(['SYS_ADMIN', 'BUREAU_ADMIN', 'LEADER', 'FIRM_ADMIN', 'LAWYER'], { error: '请选择角色' }),
    divisionCode: z.string().regex(/^(?:\d{2}|\d{4}|\d{6})?$/u, { error: '区划代码应为2、4或6位数字' }),
    firmId: optional('机构', accept),
  })
  .refine(({ role, firmId }) => role !== 'FIRM_ADMIN' || Boolean(firmId), {
    path: ['firmId'],
    error: '律所管理员须指定一家机构',
  })
  .refine(({ role, firmId }) => role === 'FIRM_ADMIN' || !firmId, { path: ['firmId'], error: '只有律所管理员指定机构' })

/** Letters and digits that nobody mistakes for one another on paper. */
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const LOWER = 'abcdefghijkmnpqrstuvwxyz'
const DIGITS = '23456789'
const SIGNS = '#%+=@'

/**
 * A random initial password of `length` characters with all four kinds in it. `below(n)` gives a random whole number
 * from 0 to n - 1; it must come from a cryptographic source.
 */
export function makeInitialPassword(below: (n: number) => number, length: number): string {
  const pick = (letters: string) => letters.charAt(below(letters.length))
  const must = [pick(UPPER), pick(LOWER), pick(DIGITS), pick(SIGNS)]
  const rest = Array.from({ length: Math.max(length, 12) - must.length }, () => pick(UPPER + LOWER + DIGITS))
  const all = [...must, ...rest]
  for (let last = all.length - 1; last > 0; last--) {
    const other = below(last + 1)
    const [a = '', b = ''] = [all[last], all[other]]
    all[last] = b
    all[other] = a
  }
  return all.join('')
}
