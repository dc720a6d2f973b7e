import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { holdAnswer, signIn } from '../harness/steps.ts'

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

test('单位名称到得晚：登录按钮不挪位，正按下的那一下算数', async () => {
  for (const width of [1440, 768, 375] as const) {
    const page = await bureau.open('/sign-in', { width })
    const nameArrives = await holdAnswer(page, 'Doorway')
    await page.reload()
    await page.getByLabel('登录名').fill('leader')
    await page.getByLabel('密码', { exact: true }).fill('Sitai-Demo-2026')
    await page.getByRole('button', { name: '登录' }).hover()
    await page.mouse.down()
    await nameArrives()
    await page.getByText('演示数据（虚构）').waitFor()
    await page.mouse.up()
    await page.getByRole('heading', { name: '工作总览', level: 1 }).waitFor()
  }
})

test('登录前问的，登录后才答“没有登录”：不把人带回登录页；没登录过的人不说“登录已失效”', async () => {
  const page = await bureau.open('/sign-in')
  const nobodyIsIn = await holdAnswer(page, 'Viewer')
  await page.goto(`${bureau.address()}/overview`)
  await page.getByRole('button', { name: '登录' }).waitFor()
  expect(await page.getByText('登录已失效').count()).toBe(0)
  await signIn(page, 'leader', 'Sitai-Demo-2026')
  await nobodyIsIn()
  await page.getByRole('heading', { name: '工作总览', level: 1 }).waitFor()
  await page.getByRole('button', { name: '上一期' }).click()
  await page.waitForURL(/period=/)
  expect(await page.getByRole('button', { name: '登录' }).count()).toBe(0)
})
