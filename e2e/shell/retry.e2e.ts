import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'

const bureau = useBureau()
const troubles = [
  ['500', { status: 500, body: '{"errors":[{"message":"x"}]}', contentType: 'application/json' }],
  ['503', { status: 503, body: '' }],
  ['网页', { status: 200, body: '<html>proxy</html>', contentType: 'text/html' }],
  ['断开', null],
] as const

test.each(troubles)('没能打开的页（%s），重试就打开；条件没能生效的也一样', async (_name, answer) => {
  const page = await bureau.openAs('admin', '/firms/new')
  await page.getByRole('heading', { name: '新增执业机构' }).waitFor()
  let broken = true
  await page.route('**/graphql', (route) => {
    const asked: { operationName?: string } = route.request().postDataJSON()
    if (!broken || asked.operationName === 'Viewer') return route.fallback()
    return answer ? route.fulfill(answer) : route.abort()
  })
  await page.getByRole('main').getByRole('link', { name: '执业机构' }).first().click()
  const retry = page.getByRole('alert').getByRole('button', { name: '重试' })
  await retry.waitFor()
  broken = false
  await retry.click()
  await page.getByRole('heading', { name: '执业机构', level: 1 }).waitFor()
  await page.getByRole('row').nth(1).waitFor()

  broken = true
  await page.getByLabel('搜索').fill('律师')
  await retry.waitFor()
  broken = false
  await retry.click()
  await page.getByRole('row').nth(1).waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('律师')
  bureau.forgive(/Failed to load resource|React Router|Error|error/)
})
