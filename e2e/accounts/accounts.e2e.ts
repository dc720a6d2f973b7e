import { expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { lookOver } from '../harness/lookOver.ts'
import { choose, clickInRow, holdAnswer, signIn } from '../harness/steps.ts'

const bureau = useBureau()

test('系统管理员开通账号；本人首次登录须改密码；管理员让其下线', async () => {
  const admin = await bureau.openAs('sysadmin', '/accounts/new')
  await admin.getByLabel('姓名').fill('周试用')
  await admin.getByLabel('登录名').fill('zhoushiyong')
  await choose(admin, '角色', '领导')
  await admin.getByRole('button', { name: '开通', exact: true }).click()
  const slip = admin.getByRole('list', { name: '密码条' }).getByRole('listitem').filter({ hasText: 'zhoushiyong' })
  const initial = await slip.getByRole('definition').last().innerText()
  await admin.getByRole('button', { name: '已交给本人，完成' }).click()
  await admin.getByRole('heading', { name: '周试用', level: 1 }).waitFor()
  expect(await admin.getByText(initial).count()).toBe(0)

  const person = await bureau.open('/overview')
  await signIn(person, 'zhoushiyong', initial)
  await person.getByRole('heading', { name: '首次登录，请设置新密码' }).waitFor()
  await person.goto(`${bureau.address()}/overview`)
  await person.getByRole('heading', { name: '首次登录，请设置新密码' }).waitFor()
  await lookOver(person)
  await person.getByLabel('初始密码').fill(initial)
  await person.getByLabel('新密码', { exact: true }).fill('Qingtian-2026-sz')
  await person.getByLabel('再输入一次新密码').fill('Qingtian-2026-sz')
  await person.getByRole('button', { name: '保存并进入' }).click()
  await person.getByRole('heading', { name: '工作总览', level: 1 }).waitFor()

  await admin.goto(`${bureau.address()}/accounts/sessions?q=zhoushiyong`)
  await clickInRow(admin, ['周试用'], '强制下线')
  await admin.getByRole('dialog').getByRole('button', { name: '强制下线' }).click()
  await admin.getByText('没有符合条件的在线用户').waitFor()
  await person.getByRole('button', { name: '上一期' }).click()
  await person.waitForURL(/sign-in/)
  bureau.forgive(/请先登录/)
})

test('建议的登录名到得晚，人已在框里：接着敲的字替换它，不接在后面', async () => {
  const admin = await bureau.openAs('sysadmin', '/accounts/new')
  const arrives = await holdAnswer(admin, 'SuggestUserName')
  await admin.getByLabel('姓名').fill('周试用')
  await admin.keyboard.press('Tab')
  const userName = admin.getByLabel('登录名')
  expect(await userName.evaluate((it) => it === document.activeElement)).toBe(true)
  await arrives()
  await admin.waitForFunction(() => document.activeElement instanceof HTMLInputElement && document.activeElement.value)
  expect(await userName.inputValue()).toMatch(/^zhoushiyong\d*$/)
  await admin.keyboard.type('zsy')
  expect(await userName.inputValue()).toBe('zsy')
})
