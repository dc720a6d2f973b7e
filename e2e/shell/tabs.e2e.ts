import { describe, expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'

const bureau = useBureau()

describe('别的窗口、别的版本', () => {
  test('另一个窗口换了身份，这一页说出来并重新载入', async () => {
    const lawyers = await cookiesOf('lawyer')
    const page = await bureau.openAs('admin', '/firms')
    await page.getByRole('heading', { name: '执业机构', level: 1 }).waitFor()
    // Whatever the page still asks is answered first: without a session it would go to the sign-in.
    await page.waitForLoadState('networkidle')
    const other = await page.context().newPage()
    await page.context().addCookies(lawyers)
    await other.goto(`${bureau.address()}/me`)
    await other.getByText('登录名 lawyer').waitFor()
    const notice = page.getByRole('alertdialog', { name: '身份已经改变' })
    await notice.waitFor()
    await notice.getByRole('button', { name: '重新载入' }).click()
    await notice.waitFor({ state: 'detached' })
  })

  test('催办的代码没有载入时只说这一件，页面还在', async () => {
    const page = await bureau.openAs('admin', '/me')
    await page.route(/RemindDrawer/, (route) => route.fulfill({ status: 404 }))
    await page.goto(`${bureau.address()}/duties`)
    await page.getByRole('button', { name: /催办/ }).first().click()
    await page.getByText('没能打开').waitFor()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByText('系统刚刚更新过', { exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: '关闭' }).click()
    await page.getByText('没能打开').waitFor({ state: 'detached' })
    bureau.forgive(/404|dynamically imported|MIME/)
  })

  test.each([/assets\/core-/, /assets\/(?:early|index|main)-/])('程序没有载入（%s）时说明怎么办', async (file) => {
    const page = await bureau.open('/sign-in')
    await page.route(file, (route) => route.fulfill({ status: 404 }))
    await page.reload()
    await page.getByText(/没有载入/).waitFor()
    bureau.forgive(/404|dynamically imported|MIME|Failed/)
  })
})

async function cookiesOf(user: 'lawyer') {
  const page = await bureau.openAs(user, '/me')
  return page.context().cookies()
}
