import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { axe } from '../harness/look.ts'

const bureau = useBureau()

test('名单在程序到达之前就已向服务器要了，每样只要一次', async () => {
  const page = await bureau.openAs('firm', '/duties')
  await page.getByRole('table', { name: '驻点任务' }).waitFor()
  const asked: string[] = []
  page.on('request', (request) => {
    const name = /"operationName":"(\w+)"/.exec(request.postData() ?? '')?.[1]
    if (name) asked.push(name)
  })
  await page.reload()
  await page.getByRole('table', { name: '驻点任务' }).waitFor()
  expect(asked.toSorted()).toEqual(['DutiesPage', 'Viewer'])
})

test('名单里的社区点开就是它的结对', async () => {
  const page = await bureau.openAs('firm', '/duties')
  const link = page.getByRole('table', { name: '驻点任务' }).getByRole('link').first()
  const community = (await link.textContent()) ?? ''
  await link.click()
  await page.waitForURL(/\/pairings\/.+/)
  await page.getByRole('heading', { level: 1 }).filter({ hasText: community }).waitFor()
})

test('律所内勤安排一次下个月的驻点，名单和月历里都看得到', async () => {
  const page = await bureau.openAs('firm', '/duties')
  await page.getByRole('button', { name: '下个月' }).click()
  await page.waitForURL(/month=/)
  const month = new URL(page.url()).searchParams.get('month') ?? ''
  const [year, number] = month.split('-').map(Number)
  await page
    .getByRole('status')
    .filter({ hasText: `${year}年${number}月` })
    .waitFor()
  const plan = page.getByRole('button', { name: /^安排.+的驻点$/ }).first()
  const community = /^安排(.+)的驻点$/.exec((await plan.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  await plan.click()
  const form = page.getByRole('form')
  await form.getByLabel('驻点日期').fill(`${month}-15`)
  await form.getByLabel('驻点日期').press('Enter')
  await form.getByLabel('开始时间').fill('07:00')
  await form.getByLabel('结束时间').fill('08:00')
  await axe(page)
  await form.getByRole('button', { name: '安排' }).click()
  const row = page.getByRole('row').filter({ hasText: community })
  await row.filter({ hasText: '07:00' }).waitFor()

  await page.getByText('月历', { exact: true }).click()
  await page.waitForURL(/look=calendar/)
  await page
    .getByRole('link', { name: new RegExp(community) })
    .first()
    .waitFor()
  await axe(page)
})

test('律所内勤的日历订阅地址不用登录就给出日历，停用后不再给', async () => {
  const page = await bureau.openAs('firm', '/me/calendar')
  await page.getByRole('button', { name: '开通' }).click()
  const address = await page.getByLabel('订阅地址').inputValue()
  const answer = await fetch(address)
  expect(answer.headers.get('content-type')).toContain('text/calendar')
  const calendar = await answer.text()
  expect(calendar).toMatch(/^BEGIN:VCALENDAR[\s\S]+BEGIN:VEVENT[\s\S]+END:VCALENDAR\s*$/)
  await axe(page)

  await page.getByRole('button', { name: '停用' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '停用' }).click()
  await page.getByRole('button', { name: '开通' }).waitFor()
  expect((await fetch(address)).ok).toBe(false)
})

test('名单打印在横放的 A4 纸上，各列都在纸内', async () => {
  const page = await bureau.openAs('admin', '/duties')
  await page.getByRole('table', { name: '驻点任务' }).waitFor()
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? []
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595])
  await page.emulateMedia({ media: 'print' })
  // 297 mm less the margins, at 96 dots an inch.
  await page.setViewportSize({ width: 1001, height: 700 })
  const table = await page.getByRole('table', { name: '驻点任务' }).boundingBox()
  expect((table?.x ?? 0) + (table?.width ?? Infinity)).toBeLessThanOrEqual(1001)
})
