import type { Practitioner } from '@sitai/db/client'
import type { Problem } from '@sitai/rules/fields'
import { practitionerFields } from '@sitai/rules/practitioner.fields'
import { practitionerReader, type PractitionerRow } from '@sitai/rules/sheetRows'
import { practitionerSheet } from '@sitai/rules/sheets'
import { randomUUID } from 'node:crypto'
import { blindIndex, decrypt } from '../sensitive/crypto.ts'
import { dayOf } from '../time/dates.ts'
import { practitionerColumns } from '../practitioners/practitioner.columns.ts'
import type { TableRow } from './bulk.ts'
import { changesOf, judgeRows, type Change, type Plan, type Verdict } from './plan.ts'
import { practitionerFaces, resultFace } from './practitionerFaces.ts'
import { practitionerRegister, type PractitionerRegister, type Standing } from './practitionerRegister.ts'
import { dayColumn, present } from './present.ts'

const { phone: _phone, idNo: _idNo, specialties: _specialties, ...plain } = practitionerFields
const columns: readonly string[] = [
  ...Object.keys(plain),
  'pinyin',
  'initials',
  'phoneCipher',
  'phoneMasked',
  'phoneTail',
  'idNoCipher',
  'idNoHash',
  'idNoMasked',
  'status',
  'divisionCode',
  'firmId',
]

type Columns = Partial<Practitioner>

/** Imports of practitioners: the same licence number means the same person. */
export const practitionerPlan: Plan = {
  sheet: practitionerSheet,
  table: 'practitioner',
  key: 'id',
  columns,
  topics: { table: 'practitioner_specialty', owner: 'practitionerId', rank: 'level' },
  judge: (tx, scene, rows) =>
    judgeRows(
      rows,
      practitionerReader(scene),
      ({ licenceNo, idNo }) => [
        ['licenceNo', practitionerFields.licenceNo.label, licenceNo],
        ...(idNo ? [['idNo', practitionerFields.idNo.label, blindIndex(idNo)] as const] : []),
      ],
      async (values) => {
        const register = await practitionerRegister(tx, scene, values)
        return { verdict: (value) => verdict(value, register), glance: ({ firm }) => unknownFirm(firm, register) }
      },
    ),
}

/** A firm that is not registered is told at once, whatever else is wrong with the row. */
function unknownFirm(firm: string | undefined, register: PractitionerRegister): Problem[] {
  if (!firm) return []
  const found = register.firmOf(firm)
  return 'message' in found ? [found] : []
}

function verdict(input: PractitionerRow, register: PractitionerRegister): Verdict {
  const { firm: _firm, joinedOn, assessment, ...person } = input
  const standing = register.byLicence.get(input.licenceNo)
  const found = register.firmOf(input.firm)
  const firm = 'id' in found ? found : null
  const problems = [...('message' in found ? [found] : []), ...register.problemsOf(input, standing, firm)]

  const { columns: filled, specialties } = practitionerColumns(person)
  const place = firm ? { firmId: firm.id, divisionCode: firm.divisionCode } : {}
  const { scene } = register
  const fresh = {
    languages: [],
    capacity: register.capacityDefault,
    status: scene.isVerified ? 'ACTIVE' : 'PENDING_VERIFY',
  } satisfies Columns
  const before: Columns = standing ?? fresh
  const after: Columns = {
    ...before,
    ...present({ ...filled, firstLicensedOn: dayColumn(input.firstLicensedOn) }),
    ...sameNumbers(input, standing),
    ...place,
  }
  const isTransfer = standing !== undefined && firm !== null && standing.firmId !== firm.id
  const oldResult = assessment && standing?.assessments.find(({ year }) => year === assessment.year)?.result
  const judged = assessment && oldResult !== assessment.result ? { ...assessment, standing: oldResult ?? null } : null
  const topics = specialties?.map(({ topicCode, level }) => ({ topicCode, rank: level }))
  const standingTopics = (standing?.specialties ?? []).map(({ topicCode, level }) => ({ topicCode, rank: level }))

  const face = practitionerFaces(register)
  const changes = standing
    ? [
        ...changesOf(
          practitionerSheet,
          { ...before, topics: standingTopics },
          { ...after, topics: topics ?? standingTopics },
          face,
        ),
        ...hiddenChanges(before, after),
        ...(judged
          ? [
              {
                field: 'assessmentResult',
                header: `${judged.year}年度考核`,
                before: resultFace(judged.standing),
                after: resultFace(judged.result),
              },
            ]
          : []),
      ]
    : []
  const opens = firm && (standing === undefined || isTransfer)
  return {
    problems,
    changes,
    entityId: standing?.id ?? null,
    step: {
      row: { ...picked(after), id: standing?.id ?? randomUUID(), ...(standing ? { version: standing.version } : {}) },
      standing: standing ? { ...picked(standing), id: standing.id, version: standing.version } : null,
      children: {
        ...(topics ? { topics } : {}),
        standingTopics,
        ...(judged ? { assessment: judged } : {}),
        ...(opens
          ? {
              membership: {
                firmId: firm.id,
                validFrom: joinedOn ?? scene.today,
                closes: standing?.memberships[0]?.id ?? null,
              },
            }
          : {}),
      },
    },
  }
}

/** A number that is the same keeps its cipher, so that it does not count as changed. */
function sameNumbers(input: PractitionerRow, standing: Standing | undefined) {
  if (!standing) return {}
  const { phoneCipher, phoneMasked, phoneTail, idNoCipher, idNoHash, idNoMasked } = standing
  return {
    ...(phoneCipher && input.phone && decrypt(phoneCipher) === input.phone
      ? { phoneCipher, phoneMasked, phoneTail }
      : {}),
    ...(idNoHash && input.idNo && idNoHash === blindIndex(input.idNo) ? { idNoCipher, idNoHash, idNoMasked } : {}),
  }
}

/** Numbers that differ only where the mask hides it. */
function hiddenChanges(before: Columns, after: Columns): Change[] {
  const changes: Change[] = []
  if (before.phoneMasked === after.phoneMasked && before.phoneCipher !== after.phoneCipher) {
    changes.push({
      field: 'phone',
      header: practitionerFields.phone.label,
      before: before.phoneMasked ?? '',
      after: `${after.phoneMasked ?? ''}（号码不同）`,
    })
  }
  if (before.idNoMasked === after.idNoMasked && before.idNoHash !== after.idNoHash) {
    changes.push({
      field: 'idNo',
      header: practitionerFields.idNo.label,
      before: before.idNoMasked ?? '',
      after: `${after.idNoMasked ?? ''}（号码不同）`,
    })
  }
  return changes
}

function picked(state: TableRow): TableRow {
  return Object.fromEntries(
    columns.map((name) => {
      const value = state[name] ?? null
      return [name, value instanceof Date ? dayOf(value) : value]
    }),
  )
}
