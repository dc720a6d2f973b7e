import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { keyboardTo } from '../harness/steps.ts'

const bureau = useBureau()

test('不用鼠标就能登录、切换身份', async () => {
  const page = await bureau.open('/sign-in')
  await page.getByLabel('登录名').waitFor()
  await keyboardTo(page, '登录名')
  await page.keyboard.type('admin')
  await keyboardTo(page, '密码')
  await page.keyboard.type('Sitai-Demo-2026')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '工作总览', level: 1 }).waitFor()

  await keyboardTo(page, /当前身份：.*局管理员/)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem')
  const leader = page.locator('[role=menuitem]:focus', { hasText: '领导' })
  if ((await leader.count()) === 0) await page.keyboard.press('ArrowDown')
  await leader.waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /当前身份：.*领导/ }).waitFor()
  await page.getByRole('button', { name: '一社区一顾问' }).click()
  await page.getByRole('link', { name: '结对', exact: true }).waitFor()
  expect(await page.getByRole('link', { name: '结对工作台' }).count()).toBe(0)
})

test('第一下 Tab 是“跳到正文”，跳过整个导航', async () => {
  const page = await bureau.openAs('admin', '/me')
  await page.getByRole('heading', { name: '我的', level: 1 }).waitFor()
  await keyboardTo(page, '跳到正文', 1)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.locator('main :focus').count()).toBe(1)
})

test('到了新页面，焦点在正文，标题读出来', async () => {
  const page = await bureau.openAs('admin', '/me')
  await page.getByRole('heading', { name: '我的', level: 1 }).waitFor()
  await keyboardTo(page, '名册')
  await page.keyboard.press('Enter')
  await keyboardTo(page, '执业机构')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '执业机构', level: 1 }).waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'main')
  await page.getByRole('status').filter({ hasText: '执业机构 - 四台' }).waitFor({ state: 'attached' })
})
