import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, test } from '@jest/globals'
import { communitySheet, firmSheet, practitionerSheet } from '@sitai/rules/sheets'
import { given } from '../test/given.ts'
import { formWith, useHttp } from '../test/http.ts'

const http = useHttp()

describe('导入模板', () => {
  test.each([
    ['FIRMS', firmSheet],
    ['PRACTITIONERS', practitionerSheet],
    ['COMMUNITIES', communitySheet],
  ] as const)(
    '%s 的模板有下拉、文本格式、冻结表头、填写说明；示例只在说明里，填进去的行不带批注和灰字',
    async (kind, sheet) => {
      const { admin, lawyer } = await given.world()
      expect((await http(lawyer, `/api/sheets/templates/${kind}.xlsx`)).status).toBe(403)
      const bytes = new Uint8Array(await (await http(admin, `/api/sheets/templates/${kind}.xlsx`)).arrayBuffer())
      const workbook = new Workbook()
      await workbook.xlsx.load(bytes)
      const page = workbook.getWorksheet(sheet.title)
      expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
        [sheet.title, 'visible'],
        ['填写说明', 'visible'],
        ['选项', 'hidden'],
      ])
      expect(page?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
      expect(page?.getColumn(sheet.columns.findIndex(({ key }) => key === sheet.identity) + 1).numFmt).toBe('@')
      expect(JSON.stringify(page?.dataValidations.model)).toContain('选项!')
      const upload = async (file: Uint8Array<ArrayBuffer>) =>
        (await http(admin, `/api/imports/${kind}`, { method: 'POST', body: formWith(file, '模板.xlsx') })).json()
      expect(await upload(bytes)).toMatchObject({ code: 'NO_ROWS' })

      const examples = sheet.columns.map(({ example }) => example)
      const told = workbook.getWorksheet('填写说明')?.getColumn(3).values
      expect(told).toEqual(expect.arrayContaining(examples.filter((text) => text !== '')))
      const row = page?.getRow(2)
      examples.forEach((text, index) => {
        const cell = row?.getCell(index + 1)
        expect([cell?.text, cell?.note, cell?.font?.italic]).toEqual(['', undefined, undefined])
        if (cell) cell.value = text
      })
      expect(await upload(new Uint8Array(await workbook.xlsx.writeBuffer()))).toMatchObject({ code: 'NO_ROWS' })
    },
  )
})
