import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { jobsDone } from '../jobs/queue.ts'
import { given } from '../test/given.ts'
import { formWith, useHttp } from '../test/http.ts'
import { batchOf, rowsOf } from '../test/imports.ts'
import type { Viewer } from '../access/viewer.ts'
import { partsOf } from './parts.ts'
import { atDesk } from './sheetDesk.ts'

const http = useHttp()
const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../test/cases', `${name}.xlsx`)))

const sent = (viewer: Viewer, name: string) =>
  http(viewer, '/api/imports/FIRMS', { method: 'POST', body: formWith(bytesOf(name), `${name}.xlsx`) })

/** Imports a case as firms and answers the batch after its dry run. */
async function imported(viewer: Viewer, name: string) {
  const answer = await sent(viewer, name)
  const body: unknown = await answer.json()
  expect(body).toMatchObject({ id: expect.any(String) })
  const { id } = z.object({ id: z.string() }).parse(body)
  await jobsDone()
  return { batch: await batchOf(viewer, id), rows: await rowsOf(viewer, id), id }
}

describe('见过的工作簿', () => {
  test('Excel 另存过的模板、默认类型里提到宏而没有宏的工作簿，与原样的模板一样导入', async () => {
    const { admin } = await given.world()
    expect((await imported(admin, '01-template-saved-by-excel')).batch).toMatchObject({ newRows: 1, badRows: 0 })
    expect((await imported(admin, '09-default-type-names-macros')).batch).toMatchObject({ newRows: 1, badRows: 0 })
  })

  test('1904 年起算的工作簿和中文 Excel 自带的日期格式，读到的是文员看到的日子', async () => {
    const { admin } = await given.world()
    const [epoch] = (await imported(admin, '02-1904-chinese-date')).rows
    expect(epoch?.cells).toContainEqual({ field: 'setUpOn', text: '2009-03-01' })
    const [note] = (await imported(admin, '03-chinese-date-in-text-column')).rows
    expect(note?.cells).toContainEqual({ field: 'note', text: '2020-03-01' })
  })

  test('带“重复值”规则的工作簿标出错误后，不含空的条件格式', async () => {
    const { admin } = await given.world()
    const { id, batch } = await imported(admin, '04-duplicate-values')
    expect(batch).toMatchObject({ badRows: 1 })
    const raw = Buffer.from(id, 'base64').toString().split(':')[1] ?? ''
    const answer = await http(admin, `/api/imports/${raw}/marked.xlsx`)
    expect(answer.status).toBe(200)
    const { writeFileSync } = await import('node:fs')
    const path = join(process.env['SITAI_DATA_DIR'] ?? '', 'marked.xlsx')
    writeFileSync(path, Buffer.from(await answer.arrayBuffer()))
    const xml = Buffer.from((await partsOf(path))['xl/worksheets/sheet1.xml'] ?? []).toString()
    expect(xml).not.toMatch(/<conditionalFormatting[^>]*(?:\/>|>\s*<\/conditionalFormatting>)/)
  })

  test.each(['10-columns-without-end', '11-row-number-in-an-entity'])('%s：写明原因退回', async (name) => {
    const { admin } = await given.world()
    const answer = await sent(admin, name)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ message: expect.stringMatching(/\p{Script=Han}/u) })
  })

  test('检查没有拦住的工作簿也只伤到读它的进程：退回，随后的照常读', async () => {
    const path = join(import.meta.dirname, '../test/cases/10-columns-without-end.xlsx')
    await expect(atDesk('reading', (ask) => ask('read', { path, kind: 'FIRMS' }))).rejects.toMatchObject({
      code: 'TOO_LARGE',
    })
    const good = join(import.meta.dirname, '../test/cases/02-1904-chinese-date.xlsx')
    const { rows } = await atDesk('reading', (ask) => ask('read', { path: good, kind: 'FIRMS' }))
    expect(rows).toHaveLength(1)
  })

  test('磁盘写满时导出说出磁盘的错误，不中断系统', async () => {
    const face = { title: '表', about: '', columns: [{ header: '甲', width: 10 }] }
    await expect(
      atDesk('writing', async (ask) => {
        await ask('beginList', { path: '/dev/full', face })
        await ask('addRows', [['一']])
        await ask('closeList', undefined)
      }),
    ).rejects.toMatchObject({ code: 'ENOSPC' })
  })
})
