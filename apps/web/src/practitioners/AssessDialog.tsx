import { assessmentResults } from '@sitai/rules/dictionaries'

import type { AssessmentResult } from '../../generated/gql/graphql.ts'
import type { WithRefusals } from '../act.ts'
import { ActDialog } from '../ActDialog.tsx'
import { graphql } from '../graphql.ts'
import { lastYear } from '../ui/options.ts'
import { type YearResult, YearResultFields } from '../ui/YearResultFields.tsx'

const RecordAssessment = graphql(`
  mutation RecordAssessment($input: RecordAssessmentInput!) { recordAssessment(input: $input) { ...Refused } }
`)

interface AssessDialogProps {
  person: WithRefusals & { id: string }
  /** The result to correct; none for a new one. */
  year?: number
  result?: AssessmentResult
}

/** Enters the result of a year, or corrects it. */
export function AssessDialog({ person, year, result = 'COMPETENT' }: AssessDialogProps) {
  const correct = year !== undefined
  return (
    <ActDialog
      act={RecordAssessment}
      on={person}
      label={correct ? '更正' : '登记考核'}
      title={correct ? `更正 ${year} 年度考核` : '登记年度考核'}
      {...(correct && { button: { type: 'link', size: 'small', 'aria-label': `更正 ${year} 年度考核` } })}
      formLabel="年度考核"
      submitLabel="保存"
      initialValues={{ year: year ?? lastYear(), result }}
      input={(values: YearResult<AssessmentResult>) => ({ practitionerId: person.id, ...values })}
    >
      <YearResultFields label="考核结果" results={assessmentResults} year={year} />
    </ActDialog>
  )
}
