import type { Firm, FirmInspectionResult, FirmStatus } from '@sitai/db/client'
import { firmInput, type FirmInput } from '@sitai/rules/firm'
import { firmFields } from '@sitai/rules/firm.fields'
import { firmMachine } from '@sitai/rules/machines'
import { dayOf } from '../time/dates.ts'
import { notFound, raise } from '../acts/refusal.ts'
import { checkedInput, present } from '../acts/inputs.ts'
import { checkedReason, checkedYear, checkMove, expectOne } from '../acts/checks.ts'
import { divisionAt } from '../streets/places.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { firmRefusals, refuseFirmFields, visibleFirms } from './firm.access.ts'
import { firmColumns, type FirmColumns } from './firm.columns.ts'

/** The fields of a firm as they were sent; `checkedInput` makes them a FirmInput. */
export type FirmFields = Partial<Record<keyof FirmInput, unknown>>

/** Registers a firm, in the district of its street. Answers its id. */
export async function createFirm(viewer: Viewer, fields: FirmFields): Promise<string> {
  const firm = checkedInput(firmInput, fields)
  return write(viewer, 'createFirm', (tx) => insertFirm(tx, viewer, firm))
}

/** As createFirm, within a transaction of the caller's: an import writes many. */
export async function insertFirm(tx: Tx, viewer: Viewer, firm: FirmInput): Promise<string> {
  const divisionCode = await divisionAt(tx, viewer, firm.streetCode)
  const { id } = await tx.firm.create({ data: { ...firmColumns(firm), divisionCode }, select: { id: true } })
  return id
}

/** Changes what was sent and keeps the rest; a firm admin may change the own firm's address and telephone only. */
export async function updateFirm(
  viewer: Viewer,
  id: string,
  expectedVersion: number,
  fields: FirmFields,
): Promise<string> {
  return write(viewer, 'updateFirm', async (tx) => {
    const before = await findFirm(tx, viewer, id)
    raise(firmRefusals.updateFirm(viewer, before))
    const columns = firmColumns(checkedInput(firmInput, { ...fieldsOf(before), ...present(fields) }))
    raise(refuseFirmFields(viewer, changedFields(before, columns)))
    const moved = columns.streetCode !== undefined && columns.streetCode !== before.streetCode
    const divisionCode = moved ? await divisionAt(tx, viewer, columns.streetCode) : before.divisionCode
    expectOne(await tx.firm.updateMany({ where: { id, version: expectedVersion }, data: { ...columns, divisionCode } }))
    if (divisionCode !== before.divisionCode) {
      await tx.practitioner.updateMany({ where: { firmId: id }, data: { divisionCode } })
    }
    return id
  })
}

interface FirmMove {
  readonly to: FirmStatus
  readonly reason: string
  readonly expectedVersion: number
}

/** Suspends, resumes or cancels a firm. Its people's pairings stay and show on the desk: the bureau decides each. */
export async function changeFirmStatus(viewer: Viewer, id: string, move: FirmMove): Promise<string> {
  const reason = checkedReason(move.reason)
  return write(
    viewer,
    'changeFirmStatus',
    async (tx) => {
      const firm = await findFirm(tx, viewer, id)
      raise(firmRefusals.changeFirmStatus(viewer))
      checkMove(firmMachine, firm.status, move.to)
      expectOne(await tx.firm.updateMany({ where: { id, version: move.expectedVersion }, data: { status: move.to } }))
      return id
    },
    { reason },
  )
}

interface Inspection {
  readonly year: number
  readonly result: FirmInspectionResult
}

/** Enters the result of a year's inspection, or corrects the one that stands. */
export async function recordInspection(viewer: Viewer, firmId: string, { year, result }: Inspection): Promise<string> {
  checkedYear(year)
  return write(viewer, 'recordInspection', async (tx) => {
    await findFirm(tx, viewer, firmId)
    raise(firmRefusals.recordInspection(viewer))
    await tx.firmInspection.upsert({
      where: { firmId_year: { firmId, year } },
      create: { firmId, year, result },
      update: { result },
    })
    return firmId
  })
}

/** The firm as this viewer may see it, or the Refusal. */
export async function findFirm(tx: Tx, viewer: Viewer, id: string): Promise<Firm> {
  const firm = await tx.firm.findFirst({ where: { id, AND: visibleFirms(viewer) } })
  if (!firm) throw notFound('家机构')
  return firm
}

/** The stored firm as input again, so that a partial change is checked as a whole. */
function fieldsOf(firm: Firm): FirmFields {
  return { ...firm, setUpOn: firm.setUpOn ? dayOf(firm.setUpOn) : null }
}

function changedFields(before: Firm, columns: FirmColumns): string[] {
  return Object.entries(columns)
    .filter(
      ([key, value]) => key in firmFields && value !== undefined && textOf(value) !== textOf(Reflect.get(before, key)),
    )
    .map(([key]) => key)
}

function textOf(value: unknown): string {
  return value instanceof Date ? dayOf(value) : JSON.stringify(value ?? null)
}
