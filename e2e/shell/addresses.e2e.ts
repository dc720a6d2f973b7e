import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { axe } from '../harness/look.ts'
import { follow, signIn } from '../harness/steps.ts'

const bureau = useBureau()

test.each(['/pairings/bogus', '/firms/bogus', '/visits/bogus', '/service-logs/bogus'])(
  '%s 说没有这个页面，写明原因，给出回路',
  async (path) => {
    const page = await bureau.openAs('admin', '/overview')
    await page.getByRole('heading', { level: 1, name: '工作总览' }).waitFor()
    await page.goto(bureau.address() + path)
    await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
    await axe(page)
    await page.getByRole('button', { name: '返回上一页' }).click()
    await page.waitForURL(/\/overview/)
    // React and its router tell the console of what a page could not show.
    bureau.forgive(/编号或内容有误|400/)
  },
)

test('登录被结束后直接回到登录页，不闪出差错，再登录就回到原来的地址', async () => {
  const page = await bureau.openAs('lawyer', '/today')
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  await page.evaluate(() => {
    const seen: string[] = []
    Reflect.set(window, 'seen', seen)
    new MutationObserver(() => seen.push(document.body.innerText)).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  })
  await page.context().clearCookies()
  await follow(page, '日志')
  await page.getByText('登录已失效').waitFor()
  const seen: unknown = await page.evaluate(() => Reflect.get(window, 'seen'))
  expect(String(seen)).not.toMatch(/差错|出错|重试/)
  await axe(page)
  await signIn(page, 'lawyer', 'Sitai-Demo-2026')
  await page.waitForURL((url) => url.pathname === '/service-logs')
})
