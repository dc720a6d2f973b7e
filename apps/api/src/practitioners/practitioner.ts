import type { Practitioner } from '@sitai/db/client'
import type { LocalDate } from '@sitai/rules/calendar'
import { practitionerInput, type PractitionerInput } from '@sitai/rules/practitioner'
import { today } from '../time/clock.ts'
import { decrypt } from '../sensitive/crypto.ts'
import { dayOf, midnightUtc } from '../time/dates.ts'
import { notFound, raise, Refusal } from '../acts/refusal.ts'
import { checkedInput, present } from '../acts/inputs.ts'
import { heldPairings } from '../pairings/held.ts'
import { expectOne, rowChange } from '../acts/checks.ts'
import { settingsOf } from '../settings/settings.ts'
import { checkCodes } from '../dictionaries/inPlace.ts'
import { findFirm } from '../firms/firm.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { refuseFields, practitionerRefusals, visiblePractitioners } from './practitioner.access.ts'
import { practitionerColumns } from './practitioner.columns.ts'

/** The fields of a practitioner as they were sent; `checkedInput` makes them a PractitionerInput. */
export type PractitionerFields = Partial<Record<keyof PractitionerInput, unknown>>

/** Where a practitioner begins: the firm, and since when. */
export interface Joining {
  readonly firmId: string
  readonly joinedOn: LocalDate
}

/** Registers a practitioner in a firm, to be verified. Answers the id. */
export async function createPractitioner(
  viewer: Viewer,
  joining: Joining,
  fields: PractitionerFields,
): Promise<string> {
  const person = checkedInput(practitionerInput(today()), fields)
  return write(viewer, 'createPractitioner', (tx) => insertPractitioner(tx, viewer, joining, person))
}

/** As createPractitioner, within a transaction of the caller's. */
export async function insertPractitioner(
  tx: Tx,
  viewer: Viewer,
  { firmId, joinedOn }: Joining,
  person: PractitionerInput,
): Promise<string> {
  const firm = await findFirm(tx, viewer, firmId)
  if (firm.status === 'CANCELLED') throw new Refusal('FIRM_NOT_ACTIVE', '这家机构已注销，不能登记人员。', ['firmId'])
  checkJoinedOn(joinedOn, 'joinedOn')
  const { columns, specialties = [] } = practitionerColumns(person)
  await checkCodes(tx, firm.divisionCode, [{ kind: 'TOPIC', codes: topicsOf(specialties), field: 'specialties' }])
  const capacity = await checkedCapacity(firm.divisionCode, columns.capacity)
  const { id } = await tx.practitioner.create({
    data: {
      ...columns,
      capacity,
      divisionCode: firm.divisionCode,
      memberships: { create: { firmId, validFrom: midnightUtc(joinedOn) } },
      specialties: { create: specialties },
    },
    select: { id: true },
  })
  return id
}

/**
 * Changes what was sent and keeps the rest. A firm admin changes contact, languages, specialties and capacity of the
 * firm's people, a lawyer the own contact, languages and specialties; any other changed field is refused by its name.
 */
export async function updatePractitioner(
  viewer: Viewer,
  id: string,
  expectedVersion: number,
  fields: PractitionerFields,
): Promise<string> {
  return write(viewer, 'updatePractitioner', async (tx) => {
    const before = await findPractitioner(tx, viewer, id)
    raise(practitionerRefusals.updatePractitioner(viewer))
    const person = checkedInput(practitionerInput(today()), { ...fieldsOf(before), ...present(fields) })
    const { columns, specialties } = practitionerColumns(person)
    const change = specialties ? await specialtyChange(tx, before, specialties) : null
    raise(refuseFields(viewer, [...changedFields(before, person), ...(change ? ['specialties'] : [])]))
    if (columns.capacity !== undefined && columns.capacity !== before.capacity) {
      await checkedCapacity(before.divisionCode, columns.capacity)
      await checkLoad(tx, id, columns.capacity)
    }
    // Specialties are rows of their own: their change, too, is a new version of the practitioner.
    const data = change ? { ...columns, version: { increment: 1 } } : columns
    expectOne(await tx.practitioner.updateMany({ where: { id, version: expectedVersion }, data }))
    await change?.()
    return id
  })
}

/** The practitioner as this viewer may see them, or the Refusal. */
export async function findPractitioner(tx: Tx, viewer: Viewer, id: string): Promise<Practitioner> {
  const practitioner = await tx.practitioner.findFirst({ where: { id, AND: visiblePractitioners(viewer) } })
  if (!practitioner) throw notFound('名执业人员')
  return practitioner
}

/** A day on which somebody joins: it may lie back, not ahead. */
export function checkJoinedOn(day: LocalDate, field: string): void {
  if (day > today()) throw new Refusal('DATE_AHEAD', '到所日期不能晚于今天。', [field])
}

/** The capacity, or the bureau's default, within the bureau's cap (BR-02). */
export async function checkedCapacity(divisionCode: string, capacity: number | undefined): Promise<number> {
  const { capacityDefault, capacityCap } = await settingsOf(divisionCode)
  if (capacity === undefined) return Math.min(capacityDefault, capacityCap)
  if (capacity <= capacityCap) return capacity
  throw new Refusal('CAPACITY_OVER_CAP', `可任社区数不能超过本局规定的上限 ${capacityCap} 个。`, ['capacity'])
}

async function checkLoad(tx: Tx, id: string, capacity: number): Promise<void> {
  // Locked as a pairing locks it, so that nobody is paired between the count and the change.
  await tx.$queryRaw`SELECT FROM practitioner WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  const load = await tx.pairing.count({ where: { practitionerId: id, ...heldPairings() } })
  if (load > capacity) {
    throw new Refusal('CAPACITY_BELOW_LOAD', `现已结对 ${load} 个社区，可任社区数不能低于此数。`, ['capacity'])
  }
}

type Specialty = { readonly topicCode: string; readonly level: number }

const topicsOf = (rows: readonly { readonly topicCode: string }[]) => rows.map(({ topicCode }) => topicCode)

/** What would bring the specialties to what they should be, or null when they are so already. */
async function specialtyChange(tx: Tx, { id, divisionCode }: Practitioner, specialties: readonly Specialty[]) {
  const before = await tx.practitionerSpecialty.findMany({ where: { practitionerId: id } })
  const codes = { codes: topicsOf(specialties), standing: topicsOf(before) }
  await checkCodes(tx, divisionCode, [{ kind: 'TOPIC', field: 'specialties', ...codes }])
  const { gone, come, changed } = rowChange<Specialty>(before, specialties, (a, b) => a.level === b.level)
  if (gone.length + come.length + changed.length === 0) return null
  return async () => {
    if (gone.length > 0)
      await tx.practitionerSpecialty.deleteMany({ where: { practitionerId: id, topicCode: { in: gone } } })
    if (come.length > 0)
      await tx.practitionerSpecialty.createMany({ data: come.map((row) => ({ ...row, practitionerId: id })) })
    for (const { topicCode, level } of changed) {
      await tx.practitionerSpecialty.updateMany({ where: { practitionerId: id, topicCode }, data: { level } })
    }
  }
}

/** The stored practitioner as input again, without the enciphered numbers: left out, they stay as they are. */
function fieldsOf(person: Practitioner): PractitionerFields {
  const { kind, name, gender, birthYear, licenceNo, firstLicensedOn, politicalStatus } = person
  return {
    kind,
    name,
    gender,
    birthYear,
    licenceNo,
    politicalStatus,
    firstLicensedOn: firstLicensedOn && dayOf(firstLicensedOn),
  }
}

/** The fields whose value the input would change; of specialties the rows decide. */
function changedFields(before: Practitioner, person: PractitionerInput): string[] {
  const standing: Record<string, unknown> = {
    ...before,
    ...fieldsOf(before),
    phone: before.phoneCipher && decrypt(before.phoneCipher),
    idNo: before.idNoCipher && decrypt(before.idNoCipher),
  }
  return Object.entries(person)
    .filter(([field, value]) => field !== 'specialties' && value !== undefined)
    .filter(([field, value]) => JSON.stringify(value ?? null) !== JSON.stringify(standing[field] ?? null))
    .map(([field]) => field)
}
