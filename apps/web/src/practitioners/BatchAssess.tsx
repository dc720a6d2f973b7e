import type { RefetchQueriesInclude } from '@apollo/client'
import { assessmentResults } from '@sitai/rules/dictionaries'

import type { AssessmentResult } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useToast } from '../ui/toast.tsx'
import { type YearResult, YearResultForm } from '../ui/YearResultForm.tsx'

const RecordAssessments = graphql(`
  mutation RecordAssessments($input: RecordAssessmentsInput!) {
    recordAssessments(input: $input) {
      ...Refused
      ... on RecordedAssessments {
        recorded
        kept
      }
    }
  }
`)

interface BatchAssessProps {
  ids: readonly string[]
  onDone: () => void
  refetch: RefetchQueriesInclude
}

/** One result of a year for all chosen; whoever has one for that year keeps it. */
export function BatchAssess({ ids, onDone, refetch }: BatchAssessProps) {
  const [record, recording] = useAct(RecordAssessments, { refetch })
  const toast = useToast()
  const submit = async ({ year, result }: YearResult<AssessmentResult>, close: () => void) => {
    const done = await record({ input: { practitionerIds: [...ids], year, result } })
    if (!done) return
    toast.success(`已登记 ${done.recorded} 人${done.kept > 0 ? `，${done.kept} 人该年度已有结果，未改动` : ''}`)
    close()
    onDone()
  }
  return (
    <FormDialog
      label="登记年度考核"
      refusal={null}
      title={`为 ${ids.length} 人登记年度考核`}
      button={{ type: 'primary' }}
    >
      {(close) => (
        <YearResultForm
          label="登记年度考核"
          submitLabel="登记"
          resultLabel="考核结果"
          hint="该年度已有结果的人员不会改动。"
          results={assessmentResults}
          initial={{ result: 'COMPETENT' }}
          act={recording}
          onSubmit={(values) => submit(values, close)}
          onCancel={close}
        />
      )}
    </FormDialog>
  )
}
