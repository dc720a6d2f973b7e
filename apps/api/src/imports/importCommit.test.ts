import { describe, expect, test } from '@jest/globals'
import { firmSheet, practitionerSheet } from '@sitai/rules/sheets'
import { jobsDone } from '../jobs/queue.ts'
import { given } from '../test/given.ts'
import { db, useHttp } from '../test/http.ts'
import {
  type Cells,
  batchOf,
  clerk,
  commit,
  committing,
  dryRunOver,
  firmRow,
  personRow,
  undo,
} from '../test/imports.ts'
import { write } from '../acts/write.ts'
import { checkImport } from './check.ts'
import { recoverImports } from './commit.ts'
import { purgeImports } from './purge.ts'

const http = useHttp()
const dryRun = dryRunOver(http)

describe('提交', () => {
  test('两个人同时提交同一批，只办一次', async () => {
    const { admin, divisionCode } = await given.world()
    const colleague = await given.someone('BUREAU_ADMIN', { divisionCode })
    const rows = [firmRow(divisionCode)]
    const id = await dryRun(admin, 'FIRMS', firmSheet, rows)
    const answers = await Promise.all([admin, colleague, admin, colleague].map((viewer) => committing(viewer, id)))
    await jobsDone()
    const outcomes: string[] = answers.map(({ data }) => data.commitImport.code ?? 'DONE')
    expect(outcomes.toSorted()).toEqual(['DONE', 'STATE_CHANGED', 'STATE_CHANGED', 'STATE_CHANGED'])
    expect(await db.firm.count({ where: { creditCode: rows[0]?.['creditCode'] ?? '' } })).toBe(1)
    expect((await committing(admin, id)).data.commitImport).toMatchObject({ code: 'STATE_CHANGED' })
  })

  test('检查之后登记变了：整批退回待提交，一行不写，并说明原因', async () => {
    const { admin, divisionCode } = await given.world()
    const rows = [firmRow(divisionCode), firmRow(divisionCode)]
    const id = await dryRun(admin, 'FIRMS', firmSheet, rows)
    await given.firm({ divisionCode }, { licenceNo: rows[1]?.['licenceNo'] ?? '' })
    await committing(admin, id)
    await jobsDone()
    expect(await batchOf(admin, id)).toMatchObject({
      status: 'CHECKED',
      doneRows: 0,
      problem: expect.stringContaining('又有 1 行不能导入'),
    })
    expect(await db.firm.count({ where: { creditCode: rows[0]?.['creditCode'] ?? '' } })).toBe(0)
  })

  test('服务器在导入中途重启：未写入任何数据，可再提交；检查到一半的重新检查', async () => {
    const { admin, divisionCode } = await given.world()
    const [one, two] = [
      await dryRun(admin, 'FIRMS', firmSheet, [firmRow(divisionCode)]),
      await dryRun(admin, 'FIRMS', firmSheet, [firmRow(divisionCode)]),
    ]
    const raw = (id: string) => Buffer.from(id, 'base64').toString().split(':')[1] ?? ''
    await write(clerk, 'given', async (tx) => {
      await tx.importBatch.update({ where: { id: raw(one) }, data: { status: 'COMMITTING', requestId: 'lost' } })
      await tx.importBatch.update({ where: { id: raw(two) }, data: { status: 'CHECKING' } })
    })
    await recoverImports(checkImport)
    await jobsDone()
    expect(await batchOf(admin, one)).toMatchObject({ status: 'CHECKED', problem: expect.stringContaining('中断') })
    expect(await batchOf(admin, two)).toMatchObject({ status: 'CHECKED', newRows: 1 })
    await commit(admin, one)
  })
})

describe('撤销', () => {
  test('整批撤销：新增的去掉，更新的恢复原样，特长、考核和执业经历也恢复', async () => {
    const { admin, firm, bureau } = await given.world()
    const other = await given.firm(bureau)
    const old = personRow(firm.name, { assessmentYear: '2024', assessmentResult: '称职', joinedOn: '2020-01-01' })
    await commit(admin, await dryRun(admin, 'PRACTITIONERS', practitionerSheet, [old]))
    const before = await snapshot(old['licenceNo'] ?? '')
    const fresh = personRow(firm.name)
    const changed = {
      ...old,
      firm: other.name,
      joinedOn: '2026-01-01',
      specialties: '物业3',
      assessmentResult: '基本称职',
      phone: '13900001234',
    }
    const id = await dryRun(admin, 'PRACTITIONERS', practitionerSheet, [changed, fresh])
    await commit(admin, id)
    expect(await snapshot(old['licenceNo'] ?? '')).not.toEqual(before)
    expect(await undo(admin, id)).toMatchObject({ status: 'UNDONE' })
    expect(await snapshot(old['licenceNo'] ?? '')).toEqual(before)
    expect(await db.practitioner.count({ where: { licenceNo: fresh['licenceNo'] ?? '' } })).toBe(0)
    expect(await undo(admin, id)).toMatchObject({ code: 'STATE_CHANGED' })
  })

  test('导入后被改过或已有结对的行不能撤销：逐行说明，整批一行不动', async () => {
    const { admin, firm, community } = await given.world()
    const [paired, edited, free] = [personRow(firm.name), personRow(firm.name), personRow(firm.name)]
    const id = await dryRun(admin, 'PRACTITIONERS', practitionerSheet, [paired, edited, free])
    await commit(admin, id)
    const find = (row: Cells) => db.practitioner.findUniqueOrThrow({ where: { licenceNo: row['licenceNo'] ?? '' } })
    await given.pairing(community, await find(paired))
    await write(clerk, 'given', async (tx) =>
      tx.practitioner.update({ where: { id: (await find(edited)).id }, data: { note: '改过' } }),
    )
    expect((await batchOf(admin, id)).undoObstacles).toEqual([
      { rowNo: 2, reason: '已有结对' },
      { rowNo: 3, reason: '在导入后被测试修改过' },
    ])
    expect(await undo(admin, id)).toMatchObject({
      code: 'UNDO_BLOCKED',
      message: expect.stringContaining('第2行已有结对'),
    })
    expect(await find(free)).toBeTruthy()
  })

  async function snapshot(licenceNo: string) {
    const {
      version: _v,
      updatedAt: _u,
      ...person
    } = await db.practitioner.findUniqueOrThrow({
      where: { licenceNo },
      include: { specialties: { orderBy: { topicCode: 'asc' } }, memberships: true, assessments: true },
    })
    return person
  }
})

test('七天后各行内容和工作簿清除，只留批次的数字', async () => {
  const { admin, divisionCode } = await given.world()
  const id = await dryRun(admin, 'FIRMS', firmSheet, [firmRow(divisionCode)])
  await purgeImports(new Date(Date.now() + 8 * 24 * 3_600_000))
  expect(await batchOf(admin, id)).toMatchObject({ totalRows: 1, newRows: 1, isPurged: true, rows: { totalCount: 0 } })
  expect((await committing(admin, id)).data.commitImport).toMatchObject({ code: 'GONE' })
  const raw = Buffer.from(id, 'base64').toString().split(':')[1] ?? ''
  expect((await http(admin, `/api/imports/${raw}/marked.xlsx`)).status).toBe(410)
})
