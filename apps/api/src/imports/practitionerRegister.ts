import type { AnnualAssessment, Firm, FirmMembership, Practitioner, PractitionerSpecialty } from '@sitai/db/client'
import { isWithinDivision } from '@sitai/rules/community'
import type { Problem } from '@sitai/rules/fields'
import type { PractitionerRow } from '@sitai/rules/sheetRows'
import { cleanIdentifier, cleanLine } from '@sitai/rules/text'
import { inDistricts } from '../access/place.ts'
import { blindIndex } from '../sensitive/crypto.ts'
import { dayOf, midnightUtc } from '../time/dates.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Tx } from '../acts/write.ts'
import { type Scene, slices } from './plan.ts'

export type Standing = Practitioner & {
  readonly specialties: readonly PractitionerSpecialty[]
  readonly assessments: readonly AnnualAssessment[]
  /** The open membership, if any. */
  readonly memberships: readonly FirmMembership[]
}
type KnownFirm = Pick<Firm, 'id' | 'name' | 'creditCode' | 'licenceNo' | 'divisionCode' | 'status'>

/** What the register knows that rows of practitioners must agree with. */
export interface PractitionerRegister {
  readonly scene: Scene
  readonly capacityDefault: number
  readonly byLicence: ReadonlyMap<string, Standing>
  readonly firmName: (id: string | null) => string
  readonly firmOf: (text: string) => KnownFirm | Problem
  readonly problemsOf: (input: PractitionerRow, standing: Standing | undefined, firm: KnownFirm | null) => Problem[]
}

/** Reads, in a handful of statements for all rows, whom and which firms they may speak of. */
export async function practitionerRegister(
  tx: Tx,
  scene: Scene,
  values: readonly PractitionerRow[],
): Promise<PractitionerRegister> {
  const { divisionCode } = scene.viewer
  const { capacityDefault, capacityCap } = await settingsOf(divisionCode)
  const byLicence = new Map<string, Standing>()
  const licenceOfHash = new Map<string, string>()
  for (const slice of slices(values, 5000)) {
    const people = await tx.practitioner.findMany({
      where: { licenceNo: { in: slice.map(({ licenceNo }) => licenceNo) } },
      include: { specialties: true, assessments: true, memberships: { where: { validTo: null } } },
    })
    for (const person of people) byLicence.set(person.licenceNo, person)
    const hashes = slice.flatMap(({ idNo }) => (idNo ? [blindIndex(idNo)] : []))
    const same = await tx.practitioner.findMany({
      where: { idNoHash: { in: hashes } },
      select: { idNoHash: true, licenceNo: true },
    })
    for (const { idNoHash, licenceNo } of same) if (idNoHash) licenceOfHash.set(idNoHash, licenceNo)
  }
  const firms = await tx.firm.findMany({
    where: { divisionCode: inDistricts(divisionCode) },
    select: { id: true, name: true, creditCode: true, licenceNo: true, divisionCode: true, status: true },
  })
  const loads = await loadsOf(tx, scene, [...byLicence.values()])
  const firmOf = firmFinder(firms)
  const nameOf = new Map(firms.map(({ id, name }) => [id, name]))

  const problemsOf = (input: PractitionerRow, standing: Standing | undefined, firm: KnownFirm | null): Problem[] => {
    const problems: Problem[] = []
    const say = (field: string, message: string) => void problems.push({ field, message })
    if (standing && !isWithinDivision(standing.divisionCode, divisionCode))
      say('licenceNo', '这名人员登记在其他区划，不能由本局导入')
    const other = input.idNo ? licenceOfHash.get(blindIndex(input.idNo)) : undefined
    if (other !== undefined && other !== input.licenceNo) say('idNo', '身份证号码已登记在另一个执业证号名下')
    if (input.capacity != null && input.capacity > capacityCap)
      say('capacity', `可任社区数不能超过本局规定的上限${capacityCap}个`)
    const load = standing ? (loads.get(standing.id) ?? 0) : 0
    if (input.capacity != null && input.capacity < load)
      say('capacity', `现已结对${load}个社区，可任社区数不能低于此数`)
    if (input.joinedOn && input.joinedOn > scene.today) say('joinedOn', '到所日期不能晚于今天')
    if (input.assessment && input.assessment.year > Number(scene.today.slice(0, 4)))
      say('assessmentYear', '考核年度不能晚于今年')
    problems.push(...transferProblems(input, standing, firm))
    return problems
  }
  return {
    scene,
    capacityDefault: Math.min(capacityDefault, capacityCap),
    byLicence,
    firmName: (id) => nameOf.get(id ?? '') ?? '',
    firmOf,
    problemsOf,
  }
}

/** A move to another firm needs its day, after the day the present membership began. */
function transferProblems(
  { joinedOn }: PractitionerRow,
  standing: Standing | undefined,
  firm: KnownFirm | null,
): Problem[] {
  if (!standing || !firm || standing.firmId === firm.id) return []
  const since = standing.memberships[0]?.validFrom
  if (!joinedOn) return [{ field: 'joinedOn', message: '执业机构与登记的不同：转所请填写到所日期' }]
  if (since && joinedOn <= dayOf(since))
    return [{ field: 'joinedOn', message: `到所日期应晚于在现机构的起始日期${dayOf(since)}` }]
  return []
}

/** A firm by its name, credit code or licence number. */
function firmFinder(firms: readonly KnownFirm[]): (text: string) => KnownFirm | Problem {
  const byKey = new Map<string, KnownFirm[]>()
  for (const firm of firms) {
    for (const key of new Set([firm.name, firm.creditCode, firm.licenceNo]))
      byKey.set(key, [...(byKey.get(key) ?? []), firm])
  }
  return (text) => {
    const [found, second] = byKey.get(cleanLine(text)) ?? byKey.get(cleanIdentifier(text)) ?? []
    if (!found) return { field: 'firm', message: `没有登记执业机构“${cleanLine(text)}”，请先导入机构` }
    if (second) return { field: 'firm', message: '有同名的机构，请改填统一社会信用代码' }
    if (found.status === 'CANCELLED') return { field: 'firm', message: '执业机构已注销' }
    return found
  }
}

/** How many communities each of these people holds now or from some later day on. */
async function loadsOf(tx: Tx, { today }: Scene, people: readonly Standing[]): Promise<Map<string, number>> {
  const loads = new Map<string, number>()
  for (const slice of slices(people, 5000)) {
    const rows = await tx.pairing.groupBy({
      by: ['practitionerId'],
      where: {
        practitionerId: { in: slice.map(({ id }) => id) },
        status: { in: ['PROPOSED', 'CONFIRMED', 'ACTIVE', 'PAUSED'] },
        endsOn: { gt: midnightUtc(today) },
      },
      _count: true,
    })
    for (const { practitionerId, _count } of rows) loads.set(practitionerId, _count)
  }
  return loads
}
