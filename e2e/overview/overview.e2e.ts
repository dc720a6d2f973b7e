import { expect, test } from '@jest/globals'
import type { Locator } from 'playwright-core'

import { useBureau } from '../harness/bureau.ts'
import { axe } from '../harness/look.ts'

const bureau = useBureau()

/** The first number an element shows: 1,031 is 1031. */
async function numberIn(element: Locator): Promise<number> {
  const [number = ''] = /[\d,.]+/.exec(await element.innerText()) ?? []
  return Number(number.replaceAll(',', ''))
}

test('领导看上个月的数字，点开法治讲座，逐条相加正好是那个数', async () => {
  const page = await bureau.openAs('leader', '/overview')
  await page.getByRole('button', { name: '上一期' }).click()
  await page.waitForURL(/period=/)
  const card = page.getByRole('region', { name: '法治讲座', exact: true })
  await page.getByText('本期未结束').waitFor({ state: 'detached' })
  const link = card.getByRole('link', { name: /^法治讲座 / })
  const shown = await numberIn(link)
  expect(shown).toBeGreaterThan(0)

  await link.click()
  const drawer = page.getByRole('dialog', { name: '法治讲座明细' })
  const facts = drawer.getByRole('list', { name: '法治讲座明细' }).getByRole('listitem')
  await facts.first().waitFor()
  expect(await numberIn(drawer.locator('strong').first())).toBe(shown)
  const counts = (await facts.allInnerTexts()).map((text) => Number(/人次、(\d+)场/.exec(text)?.[1]))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(shown)
  await axe(page)

  await facts.first().getByRole('link', { name: /讲座/ }).click()
  await page.waitForURL(/\/service-logs\//)
  await page.getByText('讲座').first().waitFor()
})

test('覆盖率的分子分母都点得开，明细的合计与数字一致', async () => {
  const page = await bureau.openAs('leader', '/overview?period=2026-09')
  for (const name of [/^已配首席顾问的社区 \d+，/, /^在册社区 \d+，/]) {
    const link = page.getByRole('region', { name: '社区顾问覆盖率' }).getByRole('link', { name })
    const shown = await numberIn(link)
    await link.click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('listitem').first().waitFor()
    expect(await numberIn(drawer.locator('strong').first())).toBe(shown)
    await drawer.getByRole('button', { name: '关闭' }).click()
    await drawer.waitFor({ state: 'detached' })
  }
})

test('领导的首页在程序到达之前就已向服务器要了，每样只要一次', async () => {
  const page = await bureau.openAs('leader', '/overview')
  await page.getByRole('heading', { level: 1, name: '工作总览' }).waitFor()
  const asked: string[] = []
  page.on('request', (request) => {
    const name = /"operationName":"(\w+)"/.exec(request.postData() ?? '')?.[1]
    if (name) asked.push(name)
  })
  await page.reload()
  await page.getByRole('list', { name: '红色社区' }).waitFor()
  expect(asked.filter((it) => it === 'OverviewPage' || it === 'Viewer').toSorted()).toEqual(['OverviewPage', 'Viewer'])
})
