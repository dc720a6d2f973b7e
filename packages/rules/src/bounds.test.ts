import { expect, test } from '@jest/globals'
import { date, line } from './fields.ts'

test.each(['0000-03-01', '0001-01-01', '0202-03-01', '1899-12-31', '2200-01-01'])('%s 不是登记里会有的日子', (text) => {
  expect(date(text, '设立日期')).toMatchObject({ ok: false, reason: '设立日期应在1900年至2199年之间' })
})

test.each(['1900-01-01', '2199-12-31'])('%s 可以', (text) => {
  expect(date(text, '设立日期')).toEqual({ ok: true, value: text })
})

test.each(['\uFFFE', '\uFFFF'])('XML 装不下的字符当作不可见字符退回', (character) => {
  expect(line(60)(`示例路${character}1号`, '地址')).toMatchObject({ ok: false })
})
