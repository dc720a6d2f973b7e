import { describe, expect, test } from '@jest/globals'

import { axe, screenshot } from '../harness/look.ts'
import { useWeb, widths } from '../harness/open.ts'
import { follow } from '../harness/steps.ts'
import { viewers } from '../harness/viewers.ts'

const web = useWeb()
const answers = viewers.admin

describe('名单', () => {
  test.each(widths)('在 %d 像素宽时可用且无障碍', async (width) => {
    const page = await web.open('/kit/list', { width, answers })
    await page.getByText('林静宜').first().waitFor()
    await axe(page)
    await screenshot(page, 'kit-list', width)
  })

  test('筛选、排序、翻页都写在地址里，后退即还原', async () => {
    const page = await web.open('/kit/list', { answers })
    await page.getByLabel('搜索').fill('单')
    await page.waitForURL(/q=/)
    await page.getByRole('columnheader', { name: '结对社区' }).click()
    await page.waitForURL(/sort=load/)
    await page.getByRole('button', { name: '第 2 页' }).click()
    await page.waitForURL(/page=2/)
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('page'))
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.waitForURL((url) => !url.search.includes('q='))
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('[aria-label="搜索"]')?.value === '')
  })

  test('边打字边查找，一个字母也不丢', async () => {
    const page = await web.open('/kit/list', { answers })
    const box = page.getByLabel('搜索')
    await box.click()
    // Each search begins half a second after a letter: right when the next one is typed.
    for (const delay of [500, 520, 540]) {
      await box.fill('')
      await page.keyboard.type('chenglang', { delay })
      expect(await box.inputValue()).toBe('chenglang')
      await page.waitForURL(/q=chenglang/)
    }
  })

  test('没有结果时说明并给出出路', async () => {
    const page = await web.open('/kit/list?q=无此人', { width: 375, answers })
    await page.getByText('没有符合条件的人员').waitFor()
    await axe(page)
    await screenshot(page, 'kit-empty', 375)
  })

  test('选中几行后出现批量操作', async () => {
    const page = await web.open('/kit/list', { answers })
    await page.getByLabel('选择这一行').first().check()
    await page.getByText('已选 1 项').waitFor()
    await axe(page)
    await screenshot(page, 'kit-batch', 1440)
  })

  test('手机上筛选从下方打开', async () => {
    const page = await web.open('/kit/list', { width: 375, answers })
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByRole('button', { name: '查看结果' }).waitFor()
    await axe(page)
    await screenshot(page, 'kit-filters', 375)
  })

  test('视图对话框无障碍', async () => {
    const page = await web.open('/kit/list', { answers })
    await page.getByRole('button', { name: '视图' }).click()
    await page.getByRole('dialog').waitFor()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('请填写视图名称').waitFor()
    await axe(page)
    await screenshot(page, 'kit-views', 1440)
  })
})

describe('部件', () => {
  test.each(widths)('在 %d 像素宽时可用且无障碍', async (width) => {
    const page = await web.open('/kit/parts', { width, answers })
    await page.getByText('社区覆盖').waitFor()
    await axe(page)
    await screenshot(page, 'kit-parts', width)
  })

  test('拒绝的原因显示在它所说的那一栏', async () => {
    const page = await web.open('/kit/parts', { answers })
    await page.getByLabel('社区名称').fill('白云社区')
    await page.getByLabel('聘期开始').fill('2026-07-01')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已有同名社区').waitFor()
    await axe(page)
    await screenshot(page, 'kit-refused', 1440)
    await page.getByLabel('社区名称').fill('冲突')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('别人刚刚修改过').waitFor()
    await axe(page)
    await screenshot(page, 'kit-conflict', 375)
  })

  test('不能按的按钮不隐藏，键盘和读屏都能得知原因', async () => {
    const page = await web.open('/kit/parts', { answers })
    const button = page.getByRole('button', { name: '续聘' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await button.focus()
    await page.getByRole('tooltip').filter({ hasText: '60 日内' }).waitFor()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await screenshot(page, 'kit-refusable', 1440)
  })

  test('危险操作先问，并要写明原因', async () => {
    const page = await web.open('/kit/parts', { width: 375, answers })
    await page.getByRole('button', { name: '终止结对' }).click()
    await page.getByRole('button', { name: '终止', exact: true }).click()
    await page.getByText('请写明理由，不少于 2 个字').waitFor()
    await axe(page)
    await screenshot(page, 'kit-confirm', 375)
  })

  test('有未保存的内容时，离开前先问', async () => {
    const page = await web.open('/kit/parts', { answers })
    await page.getByLabel('社区名称').fill('白云')
    await follow(page, '执业机构')
    await page.getByRole('dialog', { name: '离开此页？' }).waitFor()
    await axe(page)
    await page.getByRole('button', { name: '继续填写' }).click()
    expect(new URL(page.url()).pathname).toBe('/kit/parts')
  })

  test.each(['打开详情', '显示进度'])('%s时无障碍', async (name) => {
    const page = await web.open('/kit/parts', { answers })
    await page.getByRole('button', { name }).click()
    await page.getByRole('dialog').waitFor()
    await axe(page)
    await screenshot(page, `kit-${name}`, 1440)
  })
})
