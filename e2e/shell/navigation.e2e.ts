import { describe, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'

import { type DemoUser, useBureau } from '../harness/bureau.ts'
import { axe, screenshot } from '../harness/look.ts'
import { widths } from '../harness/open.ts'
import { follow, holdAnswer } from '../harness/steps.ts'

const bureau = useBureau()

const navigation = (page: Page) => page.getByRole('navigation', { name: '主导航' })
const openAreas = (page: Page) => navigation(page).locator('button[aria-expanded="true"]').allInnerTexts()
const box = (page: Page) => page.getByRole('combobox', { name: '查找什么' })
const opener = (page: Page) => page.getByRole('banner').getByRole('button', { name: '查找' })
const options = (page: Page) => page.getByRole('listbox', { name: '找到的' }).getByRole('option')

/** Opens an address as someone and waits until the page stands. */
async function openAs(user: DemoUser, path: string, width: (typeof widths)[number] = 1440): Promise<Page> {
  const page = await bureau.openAs(user, path, { width })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return page
}

describe('导航', () => {
  test('一次只展开一个领域；到了哪一页，哪一页所在的领域自己展开', async () => {
    const page = await openAs('admin', '/firms')
    expect(await openAreas(page)).toEqual(['名册'])
    await navigation(page).getByRole('button', { name: '系统管理' }).click()
    expect(await openAreas(page)).toEqual(['系统管理'])
    expect(await navigation(page).getByRole('link', { name: '执业机构' }).count()).toBe(0)
    await follow(page, '驻点')
    await page.getByRole('heading', { name: '驻点', level: 1 }).waitFor()
    expect(await openAreas(page)).toEqual(['一社区一顾问'])
    await navigation(page).getByRole('button', { name: '一社区一顾问' }).press('Enter')
    expect(await openAreas(page)).toEqual([])
    await axe(page)
  })

  test.each([
    ['admin', ['总览', '一社区一顾问', '名册', '系统管理']],
    ['leader', ['总览', '一社区一顾问', '名册']],
    ['firm', ['总览', '一社区一顾问', '名册']],
    ['lawyer', ['今日', '一社区一顾问', '名册']],
    ['sysadmin', ['系统管理']],
  ] as const)('%s 只看到自己用得上的领域', async (user, expected) => {
    const page = await openAs(user, '/me')
    const areas = navigation(page).locator('> ul > li').locator('> a, > button')
    expect(await areas.allInnerTexts()).toEqual(expected)
  })

  test('手机底部至多五个，抽屉里是同样的领域', async () => {
    for (const user of ['lawyer', 'firm'] as const) {
      const page = await openAs(user, '/visits', 375)
      expect(await page.getByRole('navigation', { name: '常用' }).getByRole('link').count()).toBeLessThanOrEqual(5)
      await page.getByRole('button', { name: '打开导航' }).click()
      await page.getByRole('dialog', { name: '导航' }).waitFor()
      expect(await openAreas(page)).toEqual(['一社区一顾问'])
      await axe(page, page.getByRole('dialog'))
      await screenshot(page, `menu-${user}`, 375)
    }
  })
})

describe('查找', () => {
  test('按 Ctrl K，输入拼音首字母，回车就到这家机构', async () => {
    const page = await openAs('admin', '/overview')
    await page.keyboard.press('Control+k')
    await box(page).pressSequentially('lqls')
    const firm = page.getByRole('group', { name: '机构' }).getByRole('option').first()
    await firm.waitFor()
    const name = await firm.locator('span').first().innerText()
    expect(await firm.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.id === 'main')
  })

  test('页面和办理按中文、全拼、首字母都找得到；箭头移动，记住最近用过的', async () => {
    const page = await openAs('admin', '/me')
    await opener(page).click()
    for (const words of ['工作台', 'gongzuotai', 'jdgzt']) {
      await box(page).fill(words)
      await page.getByRole('group', { name: '页面' }).getByRole('option', { name: '结对工作台' }).waitFor()
    }
    await box(page).fill('xzjg')
    await page.getByRole('group', { name: '办理' }).getByRole('option', { name: '新增机构' }).waitFor()
    await box(page).fill('新增')
    const creating = page.getByRole('option', { name: /^新增/ })
    await creating.nth(1).waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await creating.nth(1).getAttribute('aria-selected')).toBe('true')
    expect(await box(page).getAttribute('aria-activedescendant')).toBe(await creating.nth(1).getAttribute('id'))
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '新增执业人员', level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('group', { name: '最近用过' }).getByRole('option', { name: '新增人员' }).waitFor()
  })

  test('Esc 关上，焦点回到原处；开着别的对话框时按 Ctrl K 什么也不发生', async () => {
    const page = await openAs('admin', '/dictionaries')
    await opener(page).focus()
    await page.keyboard.press('Control+k')
    await box(page).waitFor()
    await page.keyboard.press('Control+k')
    expect(await page.getByRole('dialog').count()).toBe(1)
    await page.keyboard.press('Escape')
    await box(page).waitFor({ state: 'detached' })
    expect(await opener(page).evaluate((it) => it === document.activeElement)).toBe(true)
    await page.getByRole('main').getByRole('button', { name: /^新增/ }).first().click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Control+k')
    expect(await box(page).count()).toBe(0)
  })

  test('正在找、没有找到、找不成，都有话说；词变了，先前的答案不算数', async () => {
    const page = await openAs('leader', '/me')
    await opener(page).click()
    const letGo = await holdAnswer(page, 'Search')
    await box(page).fill('律师事务所')
    const status = page.getByRole('dialog').getByRole('status')
    await status.filter({ hasText: '正在查找…' }).waitFor()
    await box(page).fill('没有这样的名字')
    await letGo()
    await status.filter({ hasText: '没有找到' }).waitFor()
    expect(await options(page).count()).toBe(0)
    await page.route('**/graphql', (route) => route.abort('internetdisconnected'))
    await box(page).fill('海曙')
    await page.getByRole('alert').filter({ hasText: '连接不上服务器' }).waitFor()
    bureau.forgive(/ERR_INTERNET_DISCONNECTED/)
  })

  test('律师找不到不归自己办的事', async () => {
    const page = await openAs('lawyer', '/me')
    await opener(page).click()
    await page.getByRole('option', { name: '记日志' }).waitFor()
    expect(await page.getByRole('option', { name: /新增|导入|开通|结对工作台/ }).count()).toBe(0)
  })

  test.each(widths)('%d 像素宽：放得下，无障碍', async (width) => {
    const page = await openAs('admin', '/visits', width)
    if (width > 768) await opener(page).click()
    else {
      await page.getByRole('button', { name: '打开导航' }).click()
      await page.getByRole('dialog', { name: '导航' }).getByRole('button', { name: '查找' }).click()
    }
    await options(page).first().waitFor()
    await axe(page, page.getByRole('dialog', { name: '查找' }))
    await screenshot(page, 'search-empty', width)
    await box(page).fill('律师')
    await options(page).nth(6).waitFor()
    await axe(page, page.getByRole('dialog', { name: '查找' }))
    await screenshot(page, 'search', width)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await page.keyboard.press('Escape')
    await box(page).waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.closest('header') !== null)
    await screenshot(page, 'navigation', width)
  })
})
