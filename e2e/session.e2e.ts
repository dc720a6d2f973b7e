import { expect, test } from '@jest/globals'

import { useBureau } from './harness/bureau.ts'

const bureau = useBureau()

test('局管理员登录、切换为领导、退出', async () => {
  const page = await bureau.openAs('admin', '/me')
  await page.getByRole('button', { name: /切换为.*领导/ }).click()
  await page.getByRole('button', { name: /当前身份：.*领导/ }).waitFor()
  await page.goto(`${bureau.address()}/me`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(/sign-in/)
})

test('律师在手机上看到自己的标签栏', async () => {
  const page = await bureau.openAs('lawyer', '/', { width: 375 })
  const tabs = page.getByRole('navigation', { name: '常用' }).getByRole('link')
  await tabs.first().waitFor()
  expect(await tabs.allTextContents()).toEqual(['今日', '驻点', '日志', '我的'])
  await tabs.last().click()
  await page.getByRole('heading', { name: '我的', level: 1 }).waitFor()
})
