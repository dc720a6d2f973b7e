import { communityFields } from '@sitai/rules/community.fields'
import { communityStatuses, seats } from '@sitai/rules/dictionaries'
import { firmFields } from '@sitai/rules/firm.fields'
import {
  firmMachine,
  pairingMachine,
  practitionerMachine,
  serviceLogMachine,
  visitMachine,
} from '@sitai/rules/machines'
import { practitionerFields } from '@sitai/rules/practitioner.fields'
import type { RecordFields } from '@sitai/rules/recordFields'
import { dayOf, instantWords } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { labelsIn } from '../dictionaries/inPlace.ts'
import type { FilterNames } from './listArgs.ts'

const records: readonly RecordFields[] = [firmFields, practitionerFields, communityFields]
const items = [
  ...records.flatMap((fields) => Object.values(fields).flatMap(({ choices = [] }) => choices)),
  ...communityStatuses,
  ...seats,
]
const machines: Readonly<Record<string, { readonly labels: Readonly<Record<string, string>> }>> = {
  firms: firmMachine,
  practitioners: practitionerMachine,
  pairings: pairingMachine,
  visits: visitMachine,
  serviceLogs: serviceLogMachine,
}

/** The word for one value of a list's filter; `own` are those that only this list knows. */
export function namesOf(list: string, divisionCode: string, own: FilterNames) {
  return async (field: string, type: string, value: unknown): Promise<string> => {
    const named = own[field]
    if (named && typeof value === 'string') return named(value, divisionCode)
    if (type === 'ENUM') {
      const code = String(value)
      return (
        (field === 'status' ? machines[list]?.labels[code] : undefined) ??
        items.find((item) => item.code === code)?.label ??
        code
      )
    }
    if (value instanceof Date) return type === 'DateTime' ? instantWords(value) : dayOf(value)
    if (typeof value === 'boolean') return value ? '是' : '否'
    if (field === 'topicCode') return (await labelsIn(divisionCode))('TOPIC', String(value))
    if (/^(?:street|community|place)Code$/.test(field)) return nameOfPlace(String(value))
    if (typeof value === 'object' && value !== null && 'typename' in value && 'id' in value)
      return nameOfNode(String(value.typename), String(value.id))
    return String(value)
  }
}

async function nameOfPlace(code: string): Promise<string> {
  const select = { name: true } as const
  const place =
    code.length === 12
      ? await db.community.findUnique({ where: { code }, select })
      : await db.street.findUnique({ where: { code }, select })
  return place?.name ?? code
}

async function nameOfNode(typename: string, id: string): Promise<string> {
  const select = { name: true } as const
  if (typename === 'Firm') return (await db.firm.findUnique({ where: { id }, select }))?.name ?? ''
  if (typename === 'Practitioner') return (await db.practitioner.findUnique({ where: { id }, select }))?.name ?? ''
  if (typename === 'Account')
    return (await db.account.findUnique({ where: { id }, select: { displayName: true } }))?.displayName ?? ''
  return ''
}
