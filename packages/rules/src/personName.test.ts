import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkName, cleanName } from './personName.ts'

describe("a person's name", () => {
  test.each([
    ['王芳', '王芳'],
    ['王　芳', '王芳'],
    [' 欧阳修远 ', '欧阳修远'],
    ['𠮷野', '𠮷野'],
    ['㛃䶮', '㛃䶮'],
    ['买买提•吐尔逊', '买买提·吐尔逊'],
    ['阿依古丽．买买提', '阿依古丽·买买提'],
    ["John  O'Neil", "John O'Neil"],
  ])('%s is stored as %s', (typed, stored) => {
    expect(checkName(typed)).toEqual({ ok: true, value: stored })
  })

  test.each([
    ['', '请填写'],
    ['王', '现为1个字'],
    ['王芳1', '只能由汉字'],
    ['·王芳', '只能由汉字'],
    ['王芳\u0000', '控制字符'],
    ['王\uE000', '自造字'],
    ['王'.repeat(31), '现为31个字'],
    ['=cmd()', '只能由汉字'],
  ])('%j is refused: %s', (typed, reason) => {
    expect(checkName(typed)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })

  test('cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        const name = cleanName(text)
        expect(cleanName(name)).toBe(name)
      }),
    )
  })
})
