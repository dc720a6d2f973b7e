import { expect, test } from '@jest/globals'

import { useWeb } from './harness/open.ts'
import { keyboardTo } from './harness/steps.ts'
import { viewers } from './harness/viewers.ts'

const web = useWeb()

test('不用鼠标就能登录', async () => {
  let signedIn = false
  const page = await web.open('/sign-in', {
    answers: {
      ...viewers.admin,
      Viewer: () => (signedIn ? viewers.admin['Viewer']?.({}) : viewers.nobody.Viewer()),
      SignIn: () => {
        signedIn = true
        return { signIn: { __typename: 'Viewer', account: { __typename: 'Account', id: 'a1' } } }
      },
    },
  })
  await page.getByLabel('用户名').waitFor()
  await keyboardTo(page, '用户名')
  await page.keyboard.type('chen')
  await keyboardTo(page, '密码')
  await page.keyboard.type('Sitai-demo-1')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '工作总览' }).waitFor()
})

test('第一下 Tab 是“跳到正文”，跳过整个导航', async () => {
  const page = await web.open('/kit/parts', { answers: viewers.admin })
  await page.getByRole('heading', { name: '部件样张' }).waitFor()
  await keyboardTo(page, '跳到正文', 1)
  await page.keyboard.press('Enter')
  await keyboardTo(page, '首页', 1)
})

test('到了新页面，焦点在正文，标题读出来', async () => {
  const page = await web.open('/kit/parts', { answers: viewers.admin })
  await page.getByRole('heading', { name: '部件样张' }).waitFor()
  await keyboardTo(page, '执业机构')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '执业机构' }).waitFor()
  await page.waitForFunction(() => document.activeElement?.id === 'main')
  await page.getByRole('status').filter({ hasText: '执业机构 - 四台' }).waitFor({ state: 'attached' })
})

test('不用鼠标就能切换身份', async () => {
  const asked: unknown[] = []
  const page = await web.open('/me', {
    answers: {
      ...viewers.admin,
      SwitchGrant: (variables) => {
        asked.push(variables)
        return {
          switchGrant: { __typename: 'Refusal', code: 'GRANT_ENDED', message: '该身份已停用。', path: ['grantId'] },
        }
      },
    },
  })
  await keyboardTo(page, /切换身份/)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('该身份已停用。').first().waitFor()
  expect(asked).toEqual([{ input: { grantId: 'g2' } }])
})
