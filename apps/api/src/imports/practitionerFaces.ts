import { labelOf } from '@sitai/rules/dictionaries'
import { assessmentFields, practitionerFields } from '@sitai/rules/practitioner.fields'
import { facesOf } from './plan.ts'
import type { PractitionerRegister } from './practitionerRegister.ts'
import { topicsFace } from './topics.ts'

interface Shown {
  readonly firmId?: string | null
  readonly phoneMasked?: string | null
  readonly idNoMasked?: string | null
  readonly topics: readonly { topicCode: string; rank: number }[]
}

/** How the columns of a practitioner read, by the sheet's columns; numbers are masked. */
export function practitionerFaces({ firmName, scene }: PractitionerRegister) {
  return {
    ...facesOf(practitionerFields, scene.lists),
    firm: ({ firmId }: Shown) => firmName(firmId ?? null),
    idNo: ({ idNoMasked }: Shown) => idNoMasked ?? '',
    phone: ({ phoneMasked }: Shown) => phoneMasked ?? '',
    specialties: ({ topics }: Shown) => topicsFace(topics, scene.lists.TOPICS),
  }
}

/** How the result of an assessment reads. */
export function resultFace(result: unknown): string {
  return typeof result === 'string' ? labelOf(assessmentFields.assessmentResult.choices, result) : ''
}
