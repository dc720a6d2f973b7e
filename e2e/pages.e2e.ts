import { describe, expect, test } from '@jest/globals'

import { type DemoUser, useBureau } from './harness/bureau.ts'
import { axe, screenshot } from './harness/look.ts'
import { widths } from './harness/open.ts'

const bureau = useBureau()

/** Every page by who uses it most; a page that is missing here is a page nobody looked at. */
const pages: readonly (readonly [who: DemoUser, path: string])[] = [
  ['admin', '/'],
  ['admin', '/me'],
  ['admin', '/practitioners'],
  ['admin', '/practitioners/new'],
  ['admin', '/firms'],
  ['admin', '/firms/new'],
  ['admin', '/communities'],
  ['admin', '/communities/new'],
  ['admin', '/streets'],
  ['firm', '/practitioners'],
  ['lawyer', '/practitioners'],
]

describe.each(pages)('%s 打开 %s', (who, path) => {
  test.each(widths)('在 %d 像素宽时没有无障碍问题，不横向滚动', async (width) => {
    const page = await bureau.openAs(who, path, { width })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await axe(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await screenshot(page, `${who}${path.replaceAll('/', '-')}`, width)
  })
})

describe('登录', () => {
  test('局管理员用登录名和密码登录，看见本局的名字', async () => {
    const page = await bureau.open('/')
    await page.getByLabel('用户名').fill('admin')
    await page.getByLabel('密码', { exact: true }).fill('Sitai-Demo-2026')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('海曙区司法局').first().waitFor()
  })
})
