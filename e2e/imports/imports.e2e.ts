import { expect, test } from '@jest/globals'
import { Workbook } from '@cj-tech-master/excelts'

import { useBureau } from '../harness/bureau.ts'
import { lookOver } from '../harness/lookOver.ts'
import { expectRow } from '../harness/steps.ts'

const bureau = useBureau()

/** A filled-in template of communities. */
async function workbookOf(rows: readonly (readonly string[])[]) {
  const workbook = new Workbook()
  workbook.addWorksheet('社区').addRows([['*区划代码', '*社区名称', '*社区类型'], ...rows])
  return { name: '社区.xlsx', mimeType: type, buffer: Buffer.from(await workbook.xlsx.writeBuffer()) }
}
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('局管理员上传一张有错行的表，看到错在哪里，跳过它导入其余，再整批撤销', async () => {
  const page = await bureau.openAs('admin', '/imports?kind=COMMUNITIES')
  const file = await workbookOf([
    ['330203001901', '试导入社区', '社区'],
    ['330203001', '代码短了社区', '社区'],
  ])
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('heading', { name: '社区导入', level: 1 }).waitFor()
  await page.getByRole('heading', { name: '有 1 行有错' }).waitFor()
  const bad = await expectRow(page, '代码短了社区', '有错')
  expect(await bad.innerText()).toMatch(/代码.*12位/)
  await expectRow(page, '试导入社区', '新增')
  await lookOver(page)
  await page.setViewportSize({ width: 1440, height: 900 })

  const commit = page.getByRole('button', { name: '确认导入' })
  expect(await commit.getAttribute('aria-disabled')).toBe('true')
  await page.getByText('跳过有错的 1 行').click()
  await commit.click()
  await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click()
  await page.getByText('新增 1 条，更新 0 条，跳过 1 行。').waitFor()
  await page.getByRole('button', { name: '撤销这次导入' }).waitFor()

  const list = await bureau.openAs('admin', '/communities?q=试导入')
  await expectRow(list, '试导入社区', '330203001901')
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await page.getByText('已撤销').first().waitFor()
  await list.reload()
  await list.getByText('没有符合条件的社区').waitFor()
})
