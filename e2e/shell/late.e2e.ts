import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { holdAnswer } from '../harness/steps.ts'

const bureau = useBureau()

test.each([
  ['firms', '执业机构', 'UpdateFirm', '{ firms(first: 1) { edges { node { at: id } } } }'],
  ['communities', '社区', 'UpdateCommunity', '{ communities(first: 1) { edges { node { at: code } } } }'],
] as const)('%s：保存迟迟才有回音，不把已经离开的人拉回来', async (list, title, operation, query) => {
  const found = JSON.stringify(await bureau.ask('admin', query))
  const at = /"at":"([^"]+)"/.exec(found)?.[1] ?? ''
  const page = await bureau.openAs('admin', `/${list}/${encodeURIComponent(at)}/edit`)
  const answer = await holdAnswer(page, operation)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('main').getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
  const there = page.url()
  await answer()
  await page.getByText('已保存').waitFor()
  expect(page.url()).toBe(there)
})
