import {
  communityKinds,
  communityStatuses,
  firmKinds,
  orgForms,
  partyOrgs,
  politicalStatuses,
  practitionerKinds,
  seats,
} from '@sitai/rules/dictionaries'
import {
  firmMachine,
  pairingMachine,
  practitionerMachine,
  serviceLogMachine,
  visitMachine,
} from '@sitai/rules/machines'
import { dayOf } from '../days.ts'
import { db } from '../db.ts'
import { topicLabels } from '../topics.ts'

const items = [
  firmKinds,
  orgForms,
  partyOrgs,
  practitionerKinds,
  politicalStatuses,
  communityKinds,
  communityStatuses,
  seats,
].flat()
const machines: Readonly<Record<string, { readonly labels: Readonly<Record<string, string>> }>> = {
  firms: firmMachine,
  practitioners: practitionerMachine,
  pairings: pairingMachine,
  visits: visitMachine,
  serviceLogs: serviceLogMachine,
}

/** The word for one value of a list's filter. */
export function namesOf(list: string, divisionCode: string) {
  return async (field: string, type: string, value: unknown): Promise<string> => {
    if (type === 'ENUM') {
      const code = String(value)
      return (
        (field === 'status' ? machines[list]?.labels[code] : undefined) ??
        items.find((item) => item.code === code)?.label ??
        code
      )
    }
    if (value instanceof Date) return dayOf(value)
    if (typeof value === 'boolean') return value ? '是' : '否'
    if (field === 'topicCode') return (await topicLabels(divisionCode))(String(value))
    if (field === 'streetCode')
      return (await db.street.findUnique({ where: { code: String(value) } }))?.name ?? String(value)
    if (field === 'communityCode')
      return (await db.community.findUnique({ where: { code: String(value) } }))?.name ?? String(value)
    if (typeof value === 'object' && value !== null && 'typename' in value && 'id' in value)
      return nameOfNode(String(value.typename), String(value.id))
    return String(value)
  }
}

async function nameOfNode(typename: string, id: string): Promise<string> {
  const select = { name: true } as const
  if (typename === 'Firm') return (await db.firm.findUnique({ where: { id }, select }))?.name ?? ''
  if (typename === 'Practitioner') return (await db.practitioner.findUnique({ where: { id }, select }))?.name ?? ''
  return ''
}
