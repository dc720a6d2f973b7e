import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'

const bureau = useBureau()

test('离开未保存的表单前先问一声', async () => {
  const page = await bureau.openAs('admin', '/communities/new')
  await page.getByLabel('社区名称').fill('未保存社区')
  await page.getByRole('link', { name: '街道' }).first().click()
  await page.getByRole('button', { name: '继续填写' }).click()
  expect(await page.getByLabel('社区名称').inputValue()).toBe('未保存社区')
})
