import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { firmSheet } from '@sitai/rules/sheets'
import { Refusal } from '../acts/refusal.ts'
import { hostileWorkbooks, packed, partsOf, sheetXml, rowXml, workbookOf } from '../test/workbooks.ts'
import { guardWorkbook } from './guard.ts'
import { readSheet } from './workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'sitai-guard-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
function saved(bytes: Uint8Array): string {
  const path = join(folder, `${++files}.xlsx`)
  writeFileSync(path, bytes)
  return path
}

const headings = firmSheet.columns.map(({ header }) => header)

describe('上传的工作簿', () => {
  test.each(hostileWorkbooks)('%s：不予导入，并说明原因', async (_what, code, bytes) => {
    const path = saved(await bytes())
    const refusal: unknown = await guardWorkbook(path)
      .then(() => readSheet(path, firmSheet))
      .catch((error: unknown) => error)
    if (!(refusal instanceof Refusal)) throw new Error('It was let through, or failed otherwise.')
    expect(refusal.code).toBe(code === 'EMPTY_FILE' ? 'WRONG_TYPE' : code)
    expect(refusal.message).toMatch(/\p{Script=Han}/u)
  })

  test('由邮箱自动生成的超链接、超长但合理的表格都能导入', async () => {
    const parts = partsOf([headings])
    const cells = `<c r="A2" t="inlineStr"><is><t>甲所</t></is></c>`
    parts['xl/worksheets/sheet1.xml'] = sheetXml(
      `${rowXml(1, headings)}<row r="2">${cells}</row>`,
      '<hyperlinks><hyperlink ref="A2" r:id="rId1"/></hyperlinks>',
    )
    parts['xl/worksheets/_rels/sheet1.xml.rels'] =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:a@example.invalid" TargetMode="External"/></Relationships>'
    const path = saved(await packed(parts))
    await guardWorkbook(path)
    expect((await readSheet(path, firmSheet)).rows).toMatchObject([{ rowNo: 2, cells: { name: '甲所' } }])
  })

  test('一万行读得完整，行号不变，空行和没动过的示例行略去', async () => {
    const example = firmSheet.columns.map(({ example: text }) => text)
    const rows = Array.from({ length: 9_998 }, (_, index) => [`第${index}所`, '律师事务所', `C${index}`, `L${index}`])
    const path = saved(await workbookOf([headings, example, [], ...rows]))
    await guardWorkbook(path)
    const read = await readSheet(path, firmSheet)
    expect(read.rows).toHaveLength(9_998)
    expect(read.rows[0]).toMatchObject({ rowNo: 4, cells: { name: '第0所', creditCode: 'C0' } })
    expect(read.rows.at(-1)).toMatchObject({ rowNo: 10_001 })
  })
})
