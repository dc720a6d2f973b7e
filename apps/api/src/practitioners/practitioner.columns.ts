import { searchKeys } from '@sitai/rules/pinyin'
import type { PractitionerInput } from '@sitai/rules/practitioner'
import { midnightUtc } from '../time/dates.ts'
import { idNoColumns, phoneColumns } from '../sensitive/ciphers.ts'

/**
 * The columns of a checked practitioner: search keys, enciphered numbers, and the specialties as rows of their own.
 * What the input leaves out is undefined: it stays as it is. A capacity of null is "the default", told by the act.
 */
export function practitionerColumns(input: PractitionerInput) {
  const { phone, idNo, firstLicensedOn, specialties, capacity, ...person } = input
  return {
    columns: {
      ...person,
      ...searchKeys(person.name, 'PERSON'),
      firstLicensedOn: firstLicensedOn ? midnightUtc(firstLicensedOn) : firstLicensedOn,
      capacity: capacity ?? undefined,
      ...(phone === undefined ? {} : phoneColumns(phone)),
      ...(idNo === undefined ? {} : idNoColumns(idNo)),
    },
    specialties: specialties?.map(({ topic, level }) => ({ topicCode: topic, level })),
  }
}
