import { describe, expect, test } from '@jest/globals'
import { loggedPath } from './loggedPath.ts'

const token = 'Ab_-'.repeat(11).slice(1)

describe('请求日志', () => {
  test.each([
    `/calendar/${token}.ics`,
    `/Calendar/${token}.ics?x=1`,
    `/%63alendar/${token}.ics`,
    `http://sitai.example/calendar/${token}.ics`,
    `HTTP://sitai.example/CALENDAR/${token}`,
    `//calendar/${token}.ics`,
    `/calendar%2F${token}.ics`,
    `/elsewhere/${token}`,
    `/elsewhere?token=${token}`,
  ])('日历的密钥从不写进去：%s', (url) => {
    expect(loggedPath(url)).not.toContain(token)
  })

  test('其他地址照写，不带问号后面的', () => {
    expect(loggedPath('/firms/RmlybTowMDAwMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDA=?tab=1')).toBe(
      '/firms/RmlybTowMDAwMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDA=',
    )
    expect(loggedPath('/graphql')).toBe('/graphql')
  })
})
