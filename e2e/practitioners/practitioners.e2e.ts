import { describe, expect, test } from '@jest/globals'

import { useBureau } from '../harness/bureau.ts'
import { axe } from '../harness/look.ts'
import { choose, expectRow } from '../harness/steps.ts'

const bureau = useBureau()

describe('名册', () => {
  test('局管理员登记一名律师，核验，再按拼音首字母找到', async () => {
    const page = await bureau.openAs('admin', '/practitioners')
    await page.getByRole('button', { name: '新增人员' }).click()
    const form = page.getByRole('form', { name: '新增执业人员' })
    await form.getByRole('button', { name: '登记' }).click()
    await page.getByText('请填写姓名').waitFor()
    await axe(page)

    await page.getByRole('combobox', { name: '执业机构' }).click()
    await page.locator('.ant-select-item-option').first().click()
    await page.getByLabel('姓名').fill('单测试')
    await choose(page, '执业类别', '专职律师')
    await page.getByLabel('执业证号').fill('1330220151000000')
    await choose(page, '政治面貌', '中共党员')
    await page.getByLabel('手机号码').fill('13800004321')
    await form.getByRole('button', { name: '登记' }).click()
    await page.getByText('律师执业证号应为17位，现为16位').waitFor()
    await page.getByLabel('执业证号').fill('13302201510999999')
    await form.getByRole('button', { name: '登记' }).click()

    await page.getByRole('heading', { name: '单测试', level: 1 }).waitFor()
    await page.getByText('138****4321').waitFor()
    await page.getByRole('button', { name: '核验通过' }).click()
    await page.getByLabel('原因').fill('材料齐全')
    await page.getByRole('dialog').getByRole('button', { name: '核验通过' }).click()
    await page.getByText('状态变更为「正常执业」').waitFor()
    await axe(page)

    await page.getByRole('link', { name: '执业人员' }).first().click()
    await page.getByLabel('搜索').fill('scs')
    await expectRow(page, '单测试', '138****4321')
    expect(new URL(page.url()).search).toContain('q=scs')
  })

  test('写明原因才能查看完整号码', async () => {
    const page = await bureau.openAs('admin', '/practitioners')
    await page.getByRole('row').nth(2).getByRole('link').first().click()
    await page.getByRole('button', { name: '查看手机号码' }).click()
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url()))
    await page.getByLabel('查看原因（不少于 5 个字）').fill('看看')
    await page.getByRole('dialog').getByRole('button', { name: '查看' }).click()
    await page.getByText('请写明理由，不少于 5 个字').waitFor()
    expect(sent.filter((it) => it.includes('graphql'))).toEqual([])
    await page.getByLabel('查看原因').fill('核对联系方式')
    await page.getByRole('dialog').getByRole('button', { name: '查看' }).click()
    await page.getByText(/^1\d{10}$/).waitFor()
  })

  test('律所管理员改本所人员时，由司法局核定的项不能填', async () => {
    const page = await bureau.openAs('firm', '/practitioners')
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await page.getByRole('button', { name: '修改' }).click()
    expect(await page.getByLabel('执业证号').isDisabled()).toBe(true)
    expect(await page.getByLabel('手机号码').isDisabled()).toBe(false)
    await axe(page)
  })
})
