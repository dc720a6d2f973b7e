import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'

import { useBureau } from '../harness/bureau.ts'

const bureau = useBureau()

/** How often something was sent. */
function count(page: Page, matches: (url: string, body: string) => boolean): () => number {
  let sent = 0
  page.on('request', (it) => {
    if (matches(it.url(), it.postData() ?? '')) sent += 1
  })
  return () => sent
}

test('双击保存视图，只保存一次', async () => {
  const page = await bureau.openAs('admin', '/firms?q=律师')
  await page.getByRole('button', { name: '视图' }).click()
  const sent = count(page, (_url, body) => body.includes('"CreateSavedView"'))
  const name = `双击 ${Date.now()}`
  await page.getByLabel('把当前的筛选').fill(name)
  await page.getByRole('form', { name: '保存当前视图' }).getByRole('button', { name: '保存' }).dblclick()
  await page.getByRole('button', { name, exact: true }).waitFor()
  expect(sent()).toBe(1)
})

test('双击导出，只导出一次', async () => {
  const page = await bureau.openAs('admin', '/firms')
  const sent = count(page, (url) => url.includes('/api/sheets/'))
  await page.getByRole('button', { name: '导出' }).dblclick()
  await page.getByText(/已导出/).waitFor()
  expect(sent()).toBe(1)
})

test('双击登记街道，只登记一次，也不问是否离开', async () => {
  const page = await bureau.openAs('admin', '/streets/new')
  const sent = count(page, (_url, body) => body.includes('"CreateStreet"'))
  await page.getByLabel('街道代码').fill('330203099')
  await page.getByLabel('街道名称').fill('双击街道')
  await page.getByRole('button', { name: '登记' }).dblclick()
  await page.getByRole('heading', { level: 1, name: '街道', exact: true }).waitFor()
  expect(sent()).toBe(1)
})
