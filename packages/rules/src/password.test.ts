import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { passwordHint, passwordProblems } from './password.ts'
import { defaultSettings } from './settings.ts'

const problems = (password: string, userName = 'wangfang') => passwordProblems(password, userName, defaultSettings)

describe('the password policy', () => {
  test('a password of eight characters and three classes is allowed', () => {
    expect(problems('Haishu-2026')).toEqual([])
    expect(problems('海曙Haishu2026')).toEqual([])
  })

  test('every reason is given at once', () => {
    expect(problems('abc')).toEqual(['密码至少8位，现为3位', '密码应包含大写字母、小写字母、数字、符号中的至少3种'])
  })

  test('the user name must not be in it, in whatever case', () => {
    expect(problems('WangFang-2026')).toEqual(['密码不能包含登录名'])
    expect(problems('Li-2026-xx', 'li')).toEqual([])
  })

  test('a huge password and control characters are refused', () => {
    expect(problems('Aa1'.repeat(60))).toEqual(['密码最多128位'])
    expect(problems('Haishu\u0000-2026')).toEqual(['密码中含有不可见的控制字符'])
  })

  test('the hint says the policy', () => {
    expect(passwordHint(defaultSettings)).toBe('至少8位，包含大写字母、小写字母、数字、符号中的至少3种，且不含登录名')
  })

  test('a longer minimum never allows more', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.integer({ min: 8, max: 30 }), (password, length) => {
        const strict = passwordProblems(password, 'user', { ...defaultSettings, passwordMinLength: length + 1 })
        const loose = passwordProblems(password, 'user', { ...defaultSettings, passwordMinLength: length })
        expect(strict.length).toBeGreaterThanOrEqual(loose.length)
      }),
    )
  })
})
