import { Workbook } from '@cj-tech-master/excelts'
import { describe, expect, test } from '@jest/globals'
import { firmSheet, practitionerSheet } from '@sitai/rules/sheets'
import { z } from 'zod'
import { jobsDone } from '../jobs/queue.ts'
import { given } from '../test/given.ts'
import { formWith, useHttp } from '../test/http.ts'
import { clerk, personRow, rowsOf } from '../test/imports.ts'
import { workbookOf } from '../test/workbooks.ts'
import { write } from '../acts/write.ts'

const http = useHttp()

describe('填错的表', () => {
  test('一行的错一次说全：存成数字的证号、写错的手机号、没有登记的机构一起写明；只有空格的行当作空行', async () => {
    const { admin } = await given.world()
    const workbook = new Workbook()
    const sheet = workbook.addWorksheet(practitionerSheet.title)
    const row = { ...personRow('没有这家所', { phone: '1381234' }), licenceNo: 13_302_201_510_990_038 }
    sheet.addRow(practitionerSheet.columns.map(({ header }) => header))
    sheet.addRow(practitionerSheet.columns.map(({ key }) => Object.entries(row).find(([name]) => name === key)?.[1]))
    sheet.addRow(['　', ' '])
    const bytes = new Uint8Array(Buffer.from(await workbook.xlsx.writeBuffer()))
    const body = formWith(bytes, '名单.xlsx')
    const answer = await http(admin, '/api/imports/PRACTITIONERS', { method: 'POST', body })
    const { id } = z.object({ id: z.string() }).parse(await answer.json())
    await jobsDone()
    const judged = await rowsOf(admin, id)
    expect(judged.map(({ rowNo }) => rowNo)).toEqual([2])
    expect(judged[0]?.problems.map(({ field }) => field).sort()).toEqual(['firm', 'licenceNo', 'phone'])
  })

  test('行数超过本局规定的上限，当场退回', async () => {
    const { admin, divisionCode } = await given.world()
    await write(clerk, 'given', (tx) => tx.setting.create({ data: { divisionCode, key: 'importRowCap', value: 100 } }))
    const bytes = await workbookOf([
      firmSheet.columns.map(({ header }) => header),
      ...Array.from({ length: 101 }, (_, index) => [`第${index}所`]),
    ])
    const body = formWith(bytes, '名单.xlsx')
    const answer = await http(admin, '/api/imports/FIRMS', { method: 'POST', body })
    expect(await answer.json()).toMatchObject({ code: 'TOO_MANY_ROWS', message: expect.stringContaining('100 行') })
  })
})
