import { expect, test } from '@jest/globals'
import { practitionerSheet } from '@sitai/rules/sheets'
import { given } from '../test/given.ts'
import { db, useHttp } from '../test/http.ts'
import { batchOf, commit, dryRunOver, undo } from '../test/imports.ts'

const http = useHttp()
const dryRun = dryRunOver(http)

test('一万名执业人员一次导入，再整批撤销', async () => {
  const { admin, firm, divisionCode } = await given.world()
  const rows = Array.from({ length: 10_000 }, (_, index) => ({
    name: '王示例',
    kind: '专职律师',
    licenceNo: `1${divisionCode.slice(0, 4)}201510${String(index).padStart(6, '0')}`,
    firm: firm.name,
    politicalStatus: '群众',
    specialties: '劳动争议3、物业',
    phone: '13812341234',
  }))
  const started = Date.now()
  const id = await dryRun(admin, 'PRACTITIONERS', practitionerSheet, rows)
  expect(await batchOf(admin, id)).toMatchObject({ newRows: 10_000, badRows: 0 })
  const checked = Date.now()
  await commit(admin, id)
  const committed = Date.now()
  expect(await db.practitioner.count({ where: { divisionCode } })).toBe(10_001)
  expect(await undo(admin, id)).toMatchObject({ status: 'UNDONE' })
  expect(await db.practitioner.count({ where: { divisionCode } })).toBe(1)
  if (process.env['BENCH'])
    process.stdout.write(
      `${JSON.stringify({ check: checked - started, commit: committed - checked, undo: Date.now() - committed })}\n`,
    )
}, 300_000)
