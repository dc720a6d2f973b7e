import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { searchKeys } from './pinyin.ts'

describe('pinyin search keys', () => {
  test.each([
    ['王芳', 'wangfang', 'wf'],
    ['单志强', 'shanzhiqiang', 'szq'],
    ['解晓东', 'xiexiaodong', 'xxd'],
    ['仇英', 'qiuying', 'qy'],
    ['区志航', 'ouzhihang', 'ozh'],
    ['查良镛', 'zhaliangyong', 'zly'],
    ['欧阳修', 'ouyangxiu', 'oyx'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['吕布', 'lvbu', 'lb'],
    ['买买提·吐尔逊', 'maimaitituerxun', 'mmttex'],
    ['John Smith', 'johnsmith', 'johnsmith'],
  ])('the person %s is found by %s and %s', (name, pinyin, initials) => {
    expect(searchKeys(name, 'PERSON')).toEqual({ pinyin, initials })
  })

  test("a firm's name keeps its digits and letters, a surname's reading plays no part", () => {
    expect(searchKeys('浙江甬城８１８律师事务所', 'OTHER')).toEqual({
      pinyin: 'zhejiangyongcheng818lvshishiwusuo',
      initials: 'zjyc818lssws',
    })
    expect(searchKeys('单位', 'OTHER').pinyin).toBe('danwei')
  })

  test('keys hold only lower-case letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        const keys = searchKeys(text, 'PERSON')
        expect(keys.pinyin + keys.initials).toMatch(/^[\p{L}\p{N}]*$/u)
        expect(keys.pinyin).toBe(keys.pinyin.toLowerCase())
      }),
    )
  })
})
