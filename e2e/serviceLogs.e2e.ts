import { describe, expect, test } from '@jest/globals'

import { useBureau } from './harness/bureau.ts'
import { axe } from './harness/look.ts'
import { widths } from './harness/open.ts'

const bureau = useBureau()

/** One grey pixel. */
const photo = {
  name: '现场.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

describe('顾问的手机', () => {
  test('一分钟内记好一篇日志；关了页面草稿还在，没有网络也能提交，联网后自动发送', async () => {
    const page = await bureau.openAs('lawyer', '/today', { width: 375 })
    await page.getByRole('link', { name: '记一篇日志' }).click()
    await page.getByRole('group', { name: '社区' }).locator('label').first().click()
    await page.getByRole('button', { name: '服务人次加一' }).click()
    await page.getByLabel('服务内容').fill('接待一位居民，解答劳动合同解除的补偿标准，建议先行协商。')
    await page.locator('input[type=file]').setInputFiles(photo)
    await page.getByAltText('照片 1').waitFor()
    await axe(page)
    await page.waitForTimeout(1000)

    await page.goto(`${bureau.address()}/today`)
    await page.getByRole('link', { name: '继续写' }).click()
    await page.getByAltText('照片 1').waitFor()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('button', { name: '立即发送' }).waitFor()
    await page.context().setOffline(false)
    await page.getByText('已发送').waitFor()
    expect(await page.getByRole('heading', { name: '未发送' }).count()).toBe(0)
    bureau.forgive(/ERR_INTERNET_DISCONNECTED/)
  })

  test.each(widths)('今日、走访、日志在 %d 像素宽时没有无障碍问题', async (width) => {
    for (const path of ['/today', '/visits', '/service-logs', '/me/calendar']) {
      const page = await bureau.openAs('lawyer', path, { width })
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await axe(page)
    }
  })
})

describe('律所的值勤安排', () => {
  test.each(widths)('名单和月历在 %d 像素宽时没有无障碍问题', async (width) => {
    for (const path of ['/duties', '/duties?look=calendar']) {
      const page = await bureau.openAs('firm', path, { width })
      await page.getByRole('heading', { name: '值勤安排' }).waitFor()
      await axe(page)
    }
  })
})
