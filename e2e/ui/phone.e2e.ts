import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { useWeb } from '../harness/open.ts'
import { viewers } from '../harness/viewers.ts'

const bureau = useBureau()
const web = useWeb()

test.each(['/firms', '/pairings', '/today', '/me', '/service-logs'])('手机上 %s 里很长的字不撑宽页面', async (path) => {
  const page = await bureau.openAs(path === '/today' ? 'lawyer' : 'admin', path, { width: 375 })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('main :is(p, li, dd)').first().waitFor()
  await page.evaluate(() => {
    for (const it of document.querySelectorAll('main :is(p, dd, li, h1, h2, h3)'))
      if (it.children.length === 0) it.textContent = 'W'.repeat(400)
  })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
})

test('有错的一栏不躲在页头后面', async () => {
  const page = await web.open('/kit/parts', { answers: viewers.admin })
  await page.setViewportSize({ width: 1440, height: 420 })
  const bar = await page.getByRole('banner').boundingBox()
  await page.getByLabel('社区名称').fill('')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('请填写社区名称').waitFor()
  await page.waitForTimeout(500)
  const field = await page.getByLabel('社区名称').boundingBox()
  expect(field?.y ?? 0).toBeGreaterThan(bar?.height ?? 56)
})
