/**
 * The bureau's password policy, driven by its settings (等保2.0 三级, GB/T 22239-2019 8.1.4.1: complexity and regular
 * change). How guessable a password is, its history and its hash belong to the API.
 */
import type { Settings } from './settings.ts'
import { hasForbiddenCharacters, lengthOf } from './text.ts'

type Policy = Pick<Settings, 'passwordMinLength' | 'passwordMinClasses'>

/** Longer texts only make the hash work: the cost of a sign-in must stay bounded. */
const MAX_LENGTH = 128

const CLASSES: readonly RegExp[] = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u]

/** Why the password is not allowed, each reason in Chinese; empty when it is. */
export function passwordProblems(password: string, userName: string, policy: Policy): string[] {
  const length = lengthOf(password)
  const classes = CLASSES.filter((pattern) => pattern.test(password)).length
  const name = userName.toLowerCase()
  // A name of one or two letters would forbid too much.
  const holdsName = lengthOf(name) >= 3 && password.toLowerCase().includes(name)
  return [
    length < policy.passwordMinLength ? `密码至少${policy.passwordMinLength}位，现为${length}位` : null,
    length > MAX_LENGTH ? `密码最多${MAX_LENGTH}位` : null,
    classes < policy.passwordMinClasses
      ? `密码应包含大写字母、小写字母、数字、符号中的至少${policy.passwordMinClasses}种`
      : null,
    holdsName ? '密码不能包含登录名' : null,
    hasForbiddenCharacters(password) ? '密码中含有不可见的控制字符' : null,
  ].filter((reason) => reason !== null)
}

/** The policy in one sentence, shown beside the field before anything is typed. */
export function passwordHint(policy: Policy): string {
  const classes = `包含大写字母、小写字母、数字、符号中的至少${policy.passwordMinClasses}种`
  return `至少${policy.passwordMinLength}位，${classes}，且不含登录名`
}
