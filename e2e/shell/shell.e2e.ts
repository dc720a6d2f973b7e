import { describe, expect, test } from '@jest/globals'

import { failure, networkLoss } from '../harness/answers.ts'
import { useBureau } from '../harness/bureau.ts'
import { axe, screenshot } from '../harness/look.ts'
import { useWeb } from '../harness/open.ts'
import { signIn } from '../harness/steps.ts'
import { viewers } from '../harness/viewers.ts'

describe('登录', () => {
  const bureau = useBureau()

  test('未登录的人打开任何页面都先到登录页，登录后回到原来的页面', async () => {
    const page = await bureau.open('/firms?q=甬')
    await signIn(page, 'admin', 'Sitai-Demo-2026')
    await page.getByRole('heading', { name: '执业机构', level: 1 }).waitFor()
    expect(new URL(page.url()).search).toBe('?q=%E7%94%AC')
    expect(await page.title()).toBe('执业机构 - 四台')
  })

  test('密码不对时，原因写在表单里，不清空已填的登录名', async () => {
    const page = await bureau.open('/sign-in')
    await page.getByLabel('登录名').fill('nobody')
    await page.getByLabel('密码', { exact: true }).fill('wrong-password')
    await page.keyboard.press('Enter')
    await page.getByText('不正确').waitFor()
    expect(await page.getByLabel('登录名').inputValue()).toBe('nobody')
    await axe(page)
    await screenshot(page, 'sign-in-refused', 1440)
  })
})

describe('出了问题', () => {
  const web = useWeb()

  test('断网时静静提示，恢复后自动消失', async () => {
    let lost = true
    const page = await web.open('/me', {
      width: 375,
      answers: { ...viewers.lawyer, SignOut: () => (lost ? networkLoss : failure('INTERNAL')) },
    })
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByText('网络不通').waitFor()
    await axe(page)
    await screenshot(page, 'offline', 375)
    lost = false
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByText('网络不通').waitFor({ state: 'detached' })
    web.forgive(/ERR_INTERNET_DISCONNECTED/)
  })

  test('系统出错时给出可以报给管理员的编号', async () => {
    const page = await web.open('/', { answers: { Viewer: () => failure('INTERNAL', { requestId: 'r-2f9c' }) } })
    await page.getByText('r-2f9c').waitFor()
    await axe(page)
    await screenshot(page, 'internal', 1440)
  })
})
