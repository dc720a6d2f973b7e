import { describe, expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { axe } from '../harness/look.ts'
import { useWeb } from '../harness/open.ts'
import { viewers } from '../harness/viewers.ts'

describe('日期', () => {
  const web = useWeb()
  const answers = viewers.admin
  const open = async () => {
    const page = await web.open('/kit/parts', { answers })
    const field = page.getByLabel('聘期开始')
    await field.fill('2024-07-01')
    await field.press('Tab')
    return { page, field }
  }

  test('导入时认得的写法，手填也认得', async () => {
    const { page, field } = await open()
    for (const typed of ['2021.3.5', '2022-3-5', '2023/03/05', '20200305', '2024年3月5日', '２０２５．３.５']) {
      await field.fill(typed)
      await field.press('Tab')
      const day = `${typed.normalize('NFKC').slice(0, 4)}-03-05`
      await page.waitForFunction((it) => document.querySelector<HTMLInputElement>('#since')?.value === it, day)
      expect(await field.inputValue()).toBe(day)
    }
    await field.fill('2026.8.9')
    await field.press('Enter')
    expect(await field.inputValue()).toBe('2026-08-09')
  })

  test('认不得的日期留在那里并说明，不悄悄退回原来的', async () => {
    const { page, field } = await open()
    await field.fill('2024-07-0123')
    await field.press('Tab')
    await page.getByText('聘期开始应为日期，例如 2026-01-05').waitFor()
    expect(await field.inputValue()).toBe('2024-07-0123')
    await axe(page)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('聘期开始应为日期').waitFor()
    await page.getByLabel('聘期开始').fill('2024.7.1')
    await page.getByLabel('聘期开始').press('Tab')
    await page.getByText('聘期开始应为日期').waitFor({ state: 'detached' })
    expect(await page.getByLabel('聘期开始').inputValue()).toBe('2024-07-01')
    await page.getByLabel('聘期开始').fill('2019-12-31')
    await page.getByLabel('聘期开始').press('Tab')
    await page.getByText('聘期开始不能早于 2020-01-01').waitFor()
    expect(await page.getByLabel('聘期开始').inputValue()).toBe('2019-12-31')
  })

  test('清空就是清空', async () => {
    const { page, field } = await open()
    await field.fill('')
    await field.press('Tab')
    await page.getByText('请填写聘期开始').waitFor()
    expect(await field.inputValue()).toBe('')
  })
})

describe('名单的日期条件', () => {
  const bureau = useBureau()

  test('认得各种写法，认不得的说出来', async () => {
    const page = await bureau.openAs('admin', '/visits')
    const from = page.getByPlaceholder('起').first()
    await from.fill('2025.3.5')
    await from.press('Tab')
    await page.waitForURL(/from=2025-03-05/)
    await from.fill('2025.13.45')
    await from.press('Tab')
    await page.getByText('“2025.13.45”不是日期').waitFor()
  })
})
