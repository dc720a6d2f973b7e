import { randomInt } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { makeInitialPassword } from './account.ts'
import { passwordProblems } from './password.ts'
import { defaultSettings } from './settings.ts'
import { passwordWeakness } from './weakPassword.ts'

describe('弱口令', () => {
  test.each([
    'Admin@123456',
    'Password1!',
    'P@ssw0rd2026',
    'Woaini1314!',
    'Qwer1234!',
    'Ningbo2026!',
    'Sifaju@123',
    'Aa123456!',
    '1qaz2wsx!Q',
    'Aaaa1111!!!',
  ])('%s is too easy to guess', (password) => expect(passwordWeakness(password)).not.toBeNull())

  test.each(['Yuehu-Chun5feng', 'kD8#mWq2Lz', '三江口Bridge-91', 'Tuoyan.Hua-73'])('%s is good enough', (password) =>
    expect(passwordWeakness(password)).toBeNull(),
  )

  test('一个人自己的姓名不能做密码', () => {
    expect(passwordWeakness('Linjingyi-Kw83', ['linjingyi'])).toContain('姓名')
    expect(passwordWeakness('Linjingyi-Kw83', ['li'])).toBeNull()
  })

  test('每个初始密码都符合密码规则，也不弱', () => {
    for (let turn = 0; turn < 500; turn++) {
      const password = makeInitialPassword(randomInt, 12)
      expect(password).toHaveLength(12)
      expect(passwordProblems(password, 'chenxiaoming', { ...defaultSettings, passwordMinClasses: 4 })).toEqual([])
      expect(passwordWeakness(password)).toBeNull()
    }
  })
})
