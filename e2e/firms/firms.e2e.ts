import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { expectRow } from '../harness/steps.ts'

const bureau = useBureau()

test('两个窗口改同一家机构，后保存的人看到提示，载入后再改', async () => {
  const first = await bureau.openAs('admin', '/firms')
  await (await expectRow(first, '律师事务所')).getByRole('link').first().click()
  await first.getByRole('button', { name: '修改' }).click()
  await first.waitForURL(/\/edit$/)
  const second = await bureau.openAs('admin', new URL(first.url()).pathname)
  const address = first.getByLabel('地址')
  await address.fill('示例路 8 号')
  await second.getByLabel('地址').fill('示例路 9 号')
  await first.getByRole('button', { name: '保存' }).click()
  await first.getByText('示例路 8 号').waitFor()
  // The button stands at the foot of a long form, the notice on top: it comes into sight and takes the focus.
  await second.setViewportSize({ width: 1440, height: 500 })
  await second.getByRole('button', { name: '保存' }).click()
  const reload = second.getByRole('button', { name: '载入最新内容' })
  await reload.waitFor()
  await second.waitForFunction(() => document.activeElement?.textContent?.includes('载入最新内容') === true)
  const { y = -1 } = (await reload.boundingBox()) ?? {}
  expect(y).toBeGreaterThan(0)
  expect(y).toBeLessThan(500)
  await reload.click()
  await second.getByRole('button', { name: '载入最新内容' }).waitFor({ state: 'detached' })
  expect(await second.getByLabel('地址').inputValue()).toBe('示例路 8 号')
})
