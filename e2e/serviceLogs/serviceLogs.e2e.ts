import { describe, expect, test } from '@jest/globals'

import type { Locator, Page } from 'playwright-core'

import { useBureau } from '../harness/bureau.ts'
import { axe } from '../harness/look.ts'

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

/** Waits until the draft with all its photos is in the phone's own store, where a closed tab finds it again. */
async function draftKept(page: Page, photos: number): Promise<void> {
  await page.evaluate(async (count) => {
    const kept = async () => {
      const request = indexedDB.open('sitai-outbox')
      await new Promise((resolve) => request.addEventListener('success', resolve))
      const all = request.result.transaction('entries').objectStore('entries').getAll()
      await new Promise((resolve) => all.addEventListener('success', resolve))
      request.result.close()
      const drafts: { photos: readonly unknown[] }[] = all.result
      return drafts.some((it) => it.photos.length === count)
    }
    // Not waitForFunction: to it the promise itself is a yes.
    while (!(await kept())) await new Promise((resolve) => setTimeout(resolve, 50))
  }, photos)
}

/** Fails unless it is within the window: on a phone a sentence out of sight is no sentence. */
async function inSight(what: Locator): Promise<void> {
  await what.waitFor()
  await what.evaluate(
    async (it) =>
      new Promise<void>((resolve) =>
        new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && resolve()).observe(it),
      ),
  )
}

/** A log of the demo's adviser that waits for review. */
async function submittedLog(): Promise<string> {
  const found = await bureau.ask(
    'lawyer',
    '{ serviceLogs(first: 1, filter: { status: [SUBMITTED] }) { edges { node { id } } } }',
  )
  return `/service-logs/${/"id":"([^"]+)"/.exec(JSON.stringify(found))?.[1] ?? ''}`
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
    await draftKept(page, 1)

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

  test('写错了、照片不对，都在手边说清楚；“不记了”先问一声', async () => {
    const page = await bureau.openAs('lawyer', '/service-logs/new', { width: 375 })
    await page.getByRole('button', { name: '提交' }).click()
    const alert = page.getByRole('alert').filter({ hasText: /^还差 \d+ 处/ })
    await alert.waitFor()
    await page.getByText('请选择社区', { exact: true }).waitFor()
    await inSight(page.getByText('请选择社区', { exact: true }))

    const notes = { name: '笔记.txt', mimeType: 'text/plain', buffer: Buffer.from('不是照片') }
    await page.locator('input[type=file]').setInputFiles([photo, notes])
    await page.getByText('“笔记.txt”不是照片，没有加上。').waitFor()
    await page.locator('input[type=file]').setInputFiles(Array.from({ length: 10 }, () => photo))
    await page.getByText('最多 9 张，多选的 2 张没有加上。').waitFor()
    expect(await page.getByAltText(/^照片 \d$/).count()).toBe(9)

    await page.getByRole('button', { name: '不记了' }).click()
    await axe(page)
    await page.getByRole('dialog').getByRole('button', { name: '不了' }).click()
    await page.getByRole('button', { name: '不记了' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删去' }).click()
    await page.waitForURL(/\/today$/)
    expect(await page.getByRole('heading', { name: '未发送' }).count()).toBe(0)
  })

  test('日志最少字数按本局的参数提醒，提醒写在那一格旁边', async () => {
    await bureau.ask(
      'admin',
      'mutation { changeSetting(input: { key: "logMinCharacters", value: 6, expectedVersion: 0 }) { __typename } }',
    )
    const page = await bureau.openAs('lawyer', '/service-logs/new', { width: 375 })
    await page.getByLabel('服务内容').fill('太短')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('服务内容至少6个字，现为2个字', { exact: true }).waitFor()
    expect(await page.getByLabel('服务内容').getAttribute('aria-invalid')).toBe('true')
    // The first that is named is the first on the page.
    await page.getByRole('alert').filter({ hasText: '请选择社区' }).waitFor()
    await axe(page)
    await bureau.ask(
      'admin',
      'mutation { resetSetting(input: { key: "logMinCharacters", expectedVersion: 1 }) { __typename } }',
    )
  })

  test('退回的日志：顾问看到理由，没有网络时提交会在按钮旁说明，改好再提交', async () => {
    const admin = await bureau.openAs('admin', await submittedLog())
    await admin.getByRole('button', { name: '退回' }).click()
    await admin.getByRole('dialog').getByRole('button', { name: '退回' }).click()
    await admin.getByText('请写明理由，不少于 2 个字').waitFor()
    await admin.getByLabel('原因').fill('请写明下一步')
    await admin.getByRole('dialog').getByRole('button', { name: '退回' }).click()
    await admin.getByText('退回理由：请写明下一步').waitFor()

    const page = await bureau.openAs('lawyer', '/today', { width: 375 })
    const item = page.getByRole('listitem').filter({ hasText: '退回理由：请写明下一步' })
    await item.getByRole('link').click()
    await page.getByText('退回理由：请写明下一步').waitFor()
    await page.getByLabel('服务内容').fill('居民咨询拖欠工资，答复可向劳动监察投诉；一周内回访。')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '提交' }).click()
    await inSight(page.getByRole('alert').filter({ hasText: '网络' }))
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('已提交', { exact: true }).first().waitFor()
    bureau.forgive(/ERR_INTERNET_DISCONNECTED/)
  })

  test('今日、驻点、日志在手机上没有无障碍问题', async () => {
    for (const path of ['/today', '/visits', '/service-logs', '/me/calendar']) {
      const page = await bureau.openAs('lawyer', path, { width: 375 })
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await axe(page)
    }
  })
})

describe('律所的值勤安排', () => {
  test('名单和月历在手机上没有无障碍问题', async () => {
    for (const path of ['/duties', '/duties?look=calendar']) {
      const page = await bureau.openAs('firm', path, { width: 375 })
      await page.getByRole('heading', { name: '值勤安排' }).waitFor()
      await axe(page)
    }
  })
})
