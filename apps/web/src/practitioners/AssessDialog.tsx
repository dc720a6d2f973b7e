import { assessmentResults } from '@sitai/rules/dictionaries'

import type { AssessmentResult } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { YearResultForm } from '../ui/YearResultForm.tsx'

const RecordAssessment = graphql(`
  mutation RecordAssessment($input: RecordAssessmentInput!) {
    recordAssessment(input: $input) {
      ...Refused
      ... on Practitioner {
        id
        assessments {
          year
          result
        }
        timeline {
          ...TimelineSection_event
        }
      }
    }
  }
`)

interface AssessDialogProps {
  practitionerId: string
  refusal: string | null | undefined
  /** The result to correct; none for a new one. */
  year?: number
  result?: AssessmentResult
}

/** Enters the result of a year, or corrects it. */
export function AssessDialog({ practitionerId, refusal, year, result }: AssessDialogProps) {
  const [record, recording] = useAct(RecordAssessment)
  const correct = year !== undefined
  return (
    <FormDialog
      label={correct ? '更正' : '登记考核'}
      refusal={refusal}
      title={correct ? `更正 ${year} 年度考核` : '登记年度考核'}
      {...(correct && { button: { type: 'link', size: 'small', 'aria-label': `更正 ${year} 年度考核` } })}
    >
      {(close) => (
        <YearResultForm
          label="年度考核"
          submitLabel="保存"
          resultLabel="考核结果"
          results={assessmentResults}
          initial={{ year, result: result ?? 'COMPETENT' }}
          act={recording}
          onSubmit={async (values) => {
            if (await record({ input: { practitionerId, ...values } })) close()
          }}
          onCancel={close}
        />
      )}
    </FormDialog>
  )
}
