import { passwordProblems } from '@sitai/rules/password'
import type { Settings } from '@sitai/rules/settings'
import { passwordWeakness } from '@sitai/rules/weakPassword'
import { Refusal } from '../acts/refusal.ts'

const day = 24 * 3_600_000

interface Dated {
  readonly mustChangePassword: boolean
  readonly passwordChangedAt: Date
}

/** Why the password must be changed before anything else: it is the initial one, or too old; null when it need not. */
export function passwordDue(account: Dated, settings: Settings, at: Date): 'INITIAL' | 'EXPIRED' | null {
  if (account.mustChangePassword) return 'INITIAL'
  const age = at.getTime() - account.passwordChangedAt.getTime()
  return settings.passwordExpiryDays > 0 && age > settings.passwordExpiryDays * day ? 'EXPIRED' : null
}

/** Whether an initial password has been lying around for too long to be let in with (ASVS 6.4.1). */
export function isInitialPasswordStale(account: Dated, settings: Settings, at: Date): boolean {
  return (
    account.mustChangePassword &&
    at.getTime() - account.passwordChangedAt.getTime() > settings.initialPasswordDays * day
  )
}

/** Refuses a new password that breaks the bureau's policy or is easily guessed. */
export function demandGoodPassword(
  password: string,
  account: { readonly userName: string; readonly pinyin: string },
  settings: Settings,
): void {
  const problem =
    passwordProblems(password, account.userName, settings)[0] ??
    passwordWeakness(password, [account.userName, account.pinyin])
  if (problem) throw new Refusal('PASSWORD_WEAK', problem, ['newPassword'])
}
