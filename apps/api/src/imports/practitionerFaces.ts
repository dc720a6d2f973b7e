import type { Practitioner } from '@sitai/db/client'
import { assessmentResults, genders, labelOf, politicalStatuses, practitionerKinds } from '@sitai/rules/dictionaries'
import { dayOf } from '../time/dates.ts'
import type { PractitionerRegister } from './practitionerRegister.ts'
import { topicsFace } from './topics.ts'

type Shown = Pick<
  Practitioner,
  | 'name'
  | 'kind'
  | 'gender'
  | 'birthYear'
  | 'licenceNo'
  | 'firstLicensedOn'
  | 'politicalStatus'
  | 'phoneMasked'
  | 'idNoMasked'
  | 'languages'
  | 'capacity'
  | 'firmId'
  | 'note'
> & { readonly topics: readonly { topicCode: string; rank: number }[] }

/** How the columns of a practitioner read, by the sheet's columns; numbers are masked. */
export function practitionerFaces({ firmName, scene }: PractitionerRegister) {
  return {
    name: ({ name }: Shown) => name,
    kind: ({ kind }: Shown) => labelOf(practitionerKinds, kind),
    firm: ({ firmId }: Shown) => firmName(firmId),
    gender: ({ gender }: Shown) => (gender ? labelOf(genders, gender) : ''),
    birthYear: ({ birthYear }: Shown) => String(birthYear ?? ''),
    idNo: ({ idNoMasked }: Shown) => idNoMasked ?? '',
    phone: ({ phoneMasked }: Shown) => phoneMasked ?? '',
    firstLicensedOn: ({ firstLicensedOn }: Shown) => (firstLicensedOn ? dayOf(firstLicensedOn) : ''),
    politicalStatus: ({ politicalStatus }: Shown) => labelOf(politicalStatuses, politicalStatus),
    specialties: ({ topics }: Shown) => topicsFace(topics, scene.lists.TOPICS),
    languages: ({ languages }: Shown) => languages.join('、'),
    capacity: ({ capacity }: Shown) => String(capacity),
    note: ({ note }: Shown) => note ?? '',
    result: (result: unknown) => (typeof result === 'string' ? labelOf(assessmentResults, result) : ''),
  }
}
