import { randomUUID } from 'node:crypto'
import type { Firm } from '@sitai/db/client'
import { firmFields } from '@sitai/rules/firm.fields'
import type { FirmInput } from '@sitai/rules/firm'
import { districtOf, isWithinDivision } from '@sitai/rules/community'
import { firmReader } from '@sitai/rules/sheetRows'
import { firmSheet } from '@sitai/rules/sheets'
import { firmColumns } from '../firms/firm.columns.ts'
import { dayColumn, present } from './present.ts'
import { changesOf, facesOf, judgeRows, type Plan, type Scene, slices, type Verdict } from './plan.ts'

const columns = [...Object.keys(firmFields), 'pinyin', 'initials', 'divisionCode']

/** Imports of firms: the same credit code means the same firm. */
export const firmPlan: Plan = {
  sheet: firmSheet,
  table: 'firm',
  key: 'id',
  columns,
  topics: null,
  judge: (tx, scene, rows) =>
    judgeRows(
      rows,
      firmReader(scene),
      ({ creditCode, licenceNo }) => [
        ['creditCode', firmFields.creditCode.label, creditCode],
        ['licenceNo', firmFields.licenceNo.label, licenceNo],
      ],
      async (values) => {
        const known: Firm[] = []
        for (const slice of slices(values, 2000)) {
          const codes = slice.map(({ creditCode }) => creditCode)
          const licences = slice.map(({ licenceNo }) => licenceNo)
          known.push(
            ...(await tx.firm.findMany({
              where: { OR: [{ creditCode: { in: codes } }, { licenceNo: { in: licences } }] },
            })),
          )
        }
        const byCode = new Map(known.map((firm) => [firm.creditCode, firm]))
        const byLicence = new Map(known.map((firm) => [firm.licenceNo, firm]))
        return {
          verdict: (value) => verdict(value, byCode.get(value.creditCode), byLicence.get(value.licenceNo), scene),
        }
      },
    ),
}

function verdict(
  input: FirmInput,
  standing: Firm | undefined,
  licensed: Firm | undefined,
  { viewer: { divisionCode }, lists }: Scene,
): Verdict {
  const problems = []
  if (standing && !isWithinDivision(standing.divisionCode, divisionCode)) {
    problems.push({ field: 'creditCode', message: '这家机构登记在其他区划，不能由本局导入' })
  }
  if (licensed && licensed.creditCode !== input.creditCode) {
    problems.push({ field: 'licenceNo', message: `${firmFields.licenceNo.label}已登记在另一家机构名下` })
  }
  const filled = present({ ...firmColumns(input), setUpOn: dayColumn(input.setUpOn) })
  const place = input.streetCode ? { divisionCode: districtOf(input.streetCode) } : {}
  const row = { id: randomUUID(), divisionCode, ...standing, ...filled, ...place }
  const changes = standing ? changesOf(firmSheet, standing, row, facesOf(firmFields, lists)) : []
  return { problems, changes, entityId: standing?.id ?? null, step: { row, standing: standing ?? null, children: {} } }
}
