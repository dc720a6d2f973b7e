import { expect, test } from '@jest/globals'

import type { Locator, Page } from 'playwright-core'

import { useBureau } from '../harness/bureau.ts'
import { axe } from '../harness/look.ts'

const bureau = useBureau()

/** The lines of the desk's list; each can be ticked. */
function communitiesOf(page: Page): Locator {
  const lines = page.getByRole('region', { name: '社区' }).getByRole('listitem')
  return lines.filter({ has: page.getByRole('checkbox') })
}

test('局管理员在工作台点两下为社区结对，再撤销', async () => {
  const page = await bureau.openAs('admin', '/pairing-desk?standing=VACANT')
  const communities = communitiesOf(page)
  const community = communities.last()
  const name = (await community.getByRole('checkbox').getAttribute('aria-label'))?.replace('勾选', '') ?? ''
  await community.getByRole('button').click()
  await page.getByRole('region', { name: '合适的人选' }).getByRole('button', { name: /^选择/ }).first().click()
  await axe(page)
  await page.getByRole('dialog').getByRole('button', { name: '确认结对' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: `任${name}首席顾问` })
    .waitFor()
  await communities.filter({ hasText: name }).waitFor({ state: 'detached' })
  await axe(page)

  await page.getByRole('button', { name: '撤销' }).click()
  await communities.filter({ hasText: name }).filter({ hasText: '无顾问' }).waitFor()
})

test('展开不能担任的人员，每人写明原因', async () => {
  const page = await bureau.openAs('admin', '/pairing-desk?standing=VACANT')
  await communitiesOf(page).last().getByRole('button').click()
  await page.getByText('不能担任的人员及原因').click()
  const excluded = page.getByRole('region', { name: '不能担任的人员' })
  await excluded.getByText(/^不能担任 \d+ 名$/).waitFor()
  const reasons = excluded.getByRole('list', { name: '不能担任的原因' })
  expect(await reasons.first().getByRole('listitem').first().innerText()).not.toBe('')
  expect(await reasons.count()).toBe(await excluded.getByRole('link').count())
  await axe(page)
})

test('勾选几个社区，看过推荐再一起结对，然后整批撤销', async () => {
  const page = await bureau.openAs('admin', '/pairing-desk?standing=VACANT')
  const communities = communitiesOf(page)
  const names: string[] = []
  for (const index of [0, 1, 2]) {
    const box = communities.nth(index).getByRole('checkbox')
    names.push((await box.getAttribute('aria-label'))?.replace('勾选', '') ?? '')
    await box.check()
  }
  await page.getByRole('button', { name: '批量结对（3）' }).click()
  await page.getByText('共 3 个社区，3 个可以办理').waitFor()
  const rows = page.getByRole('table', { name: '批量结对预览' }).getByRole('row')
  for (const name of names) expect(await rows.filter({ hasText: name }).getByRole('link').count()).toBe(1)

  const [last = ''] = names.slice(-1)
  await page.getByRole('button', { name: `移去${last}` }).click()
  await page.getByText('共 2 个社区，2 个可以办理').waitFor()
  await axe(page)
  await page.getByRole('button', { name: '办理结对（2）' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '办理' }).click()
  await page.getByText('已为 2 个社区结对').waitFor()
  await axe(page)

  await page.getByRole('button', { name: '撤销整批' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
  await page.getByRole('heading', { name: '结对工作台' }).waitFor()
  await page.goto(`${bureau.address()}/pairing-desk?standing=VACANT`)
  for (const name of names) await communities.filter({ hasText: name }).first().waitFor()
})
