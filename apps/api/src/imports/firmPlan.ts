import { randomUUID } from 'node:crypto'
import type { Firm } from '@sitai/db/client'
import { firmKinds, labelOf, orgForms, partyOrgs } from '@sitai/rules/dictionaries'
import type { FirmInput } from '@sitai/rules/firm'
import { districtOf, isWithinDivision } from '@sitai/rules/community'
import { firmReader } from '@sitai/rules/sheetRows'
import { firmSheet } from '@sitai/rules/sheets'
import { dayOf } from '../time/dates.ts'
import { firmColumns } from '../firms/firm.columns.ts'
import { dayColumn, present } from './present.ts'
import { changesOf, judgeRows, type Plan, slices, type Verdict } from './plan.ts'

const columns = [
  'kind',
  'name',
  'pinyin',
  'initials',
  'creditCode',
  'licenceNo',
  'orgForm',
  'director',
  'phone',
  'address',
  'lat',
  'lng',
  'streetCode',
  'divisionCode',
  'setUpOn',
  'partyOrg',
  'note',
] as const

type State = Pick<Firm, (typeof columns)[number]>

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
        ['creditCode', '统一社会信用代码', creditCode],
        ['licenceNo', '执业许可证号', licenceNo],
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
        const street = (code: string | null) => (code ? labelOf(scene.lists.STREETS, code) : '')
        const { divisionCode } = scene.viewer
        return {
          verdict: (value) =>
            verdict(value, byCode.get(value.creditCode), byLicence.get(value.licenceNo), divisionCode, street),
        }
      },
    ),
}

function verdict(
  input: FirmInput,
  standing: Firm | undefined,
  licensed: Firm | undefined,
  divisionCode: string,
  street: (code: string | null) => string,
): Verdict {
  const problems = []
  if (standing && !isWithinDivision(standing.divisionCode, divisionCode)) {
    problems.push({ field: 'creditCode', message: '这家机构登记在其他区划，不能由本局导入' })
  }
  if (licensed && licensed.creditCode !== input.creditCode) {
    problems.push({ field: 'licenceNo', message: '执业许可证号已登记在另一家机构名下' })
  }
  const filled = present({ ...firmColumns(input), setUpOn: dayColumn(input.setUpOn) })
  const place = input.streetCode ? { divisionCode: districtOf(input.streetCode) } : {}
  const before: State = standing ?? { ...empty, divisionCode }
  const after: State = { ...before, ...filled, ...place }
  const changes = standing ? changesOf(firmSheet, before, after, faces(street)) : []
  const row = standing ? { ...after, id: standing.id, version: standing.version } : { ...after, id: randomUUID() }
  return { problems, changes, entityId: standing?.id ?? null, step: { row, standing: standing ?? null, children: {} } }
}

const empty = {
  kind: 'LAW_FIRM',
  name: '',
  pinyin: '',
  initials: '',
  creditCode: '',
  licenceNo: '',
  orgForm: null,
  director: null,
  phone: null,
  address: null,
  lat: null,
  lng: null,
  streetCode: null,
  setUpOn: null,
  partyOrg: 'NONE',
  note: null,
} as const

const faces = (street: (code: string | null) => string): Record<string, (firm: State) => string> => ({
  name: ({ name }) => name,
  kind: ({ kind }) => labelOf(firmKinds, kind),
  licenceNo: ({ licenceNo }) => licenceNo,
  orgForm: ({ orgForm }) => (orgForm ? labelOf(orgForms, orgForm) : ''),
  director: ({ director }) => director ?? '',
  phone: ({ phone }) => phone ?? '',
  streetCode: ({ streetCode }) => street(streetCode),
  address: ({ address }) => address ?? '',
  lng: ({ lng }) => String(lng ?? ''),
  lat: ({ lat }) => String(lat ?? ''),
  setUpOn: ({ setUpOn }) => (setUpOn ? dayOf(setUpOn) : ''),
  partyOrg: ({ partyOrg }) => labelOf(partyOrgs, partyOrg),
  note: ({ note }) => note ?? '',
})
