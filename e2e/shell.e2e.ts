import { describe, expect, test } from '@jest/globals'

import { failure, networkLoss } from './harness/answers.ts'
import { axe, screenshot } from './harness/look.ts'
import { useWeb, widths } from './harness/open.ts'
import { viewers } from './harness/viewers.ts'

const web = useWeb()

describe('登录', () => {
  test('未登录的人打开任何页面都先到登录页，登录后回到原来的页面', async () => {
    let signedIn = false
    const page = await web.open('/firms?q=甬', {
      answers: {
        ...viewers.admin,
        Doorway: viewers.nobody.Doorway,
        Viewer: () => (signedIn ? viewers.admin['Viewer']?.({}) : viewers.nobody.Viewer()),
        SignIn: () => {
          signedIn = true
          return { signIn: { __typename: 'Viewer', account: { __typename: 'Account', id: 'a1' } } }
        },
      },
    })
    await page.getByLabel('用户名').fill('chen')
    await page.getByLabel('密码', { exact: true }).fill('Sitai-demo-1')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: '执业机构' }).waitFor()
    expect(new URL(page.url()).search).toBe('?q=%E7%94%AC')
    expect(await page.title()).toBe('执业机构 - 四台')
  })

  test('密码不对时，原因写在表单里，不清空已填的用户名', async () => {
    const page = await web.open('/sign-in', {
      answers: {
        ...viewers.nobody,
        SignIn: () => ({
          signIn: {
            __typename: 'Refusal',
            code: 'WRONG_PASSWORD',
            message: '用户名或密码不对，还可再试 4 次。',
            path: [],
          },
        }),
      },
    })
    await page.getByLabel('用户名').fill('chen')
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: '还可再试 4 次' }).waitFor()
    expect(await page.getByLabel('用户名').inputValue()).toBe('chen')
    await axe(page)
    await screenshot(page, 'sign-in-refused', 1440)
  })

  test.each(widths)('登录页在 %d 像素宽时可用且无障碍', async (width) => {
    const page = await web.open('/sign-in', { width, answers: viewers.nobody })
    await page.getByText('海曙区司法局').waitFor()
    await axe(page)
    await screenshot(page, 'sign-in', width)
  })
})

describe('框架', () => {
  test.each(widths)('局管理员在 %d 像素宽时看到自己的导航', async (width) => {
    const page = await web.open('/', { width, answers: viewers.admin })
    await page.getByRole('heading', { name: '工作总览' }).waitFor()
    await axe(page)
    await screenshot(page, 'shell-admin', width)
  })

  test.each(widths)('律师在 %d 像素宽时看到自己的导航', async (width) => {
    const page = await web.open('/', { width, answers: viewers.lawyer })
    await page.getByRole('heading', { name: '今日' }).waitFor()
    await axe(page)
    await screenshot(page, 'shell-lawyer', width)
  })

  test('断网时静静提示，恢复后自动消失', async () => {
    const page = await web.open('/me', { width: 375, answers: { ...viewers.lawyer, SignOut: () => networkLoss } })
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByText('网络不通').waitFor()
    await axe(page)
    await screenshot(page, 'offline', 375)
    web.forgive(/ERR_INTERNET_DISCONNECTED/)
  })

  test('系统出错时给出可以报给管理员的编号', async () => {
    const page = await web.open('/', { answers: { Viewer: () => failure('INTERNAL', { requestId: 'r-2f9c' }) } })
    await page.getByText('r-2f9c').waitFor()
    await axe(page)
    await screenshot(page, 'internal', 1440)
  })
})
