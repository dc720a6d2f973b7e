import type { RefetchQueriesInclude } from '@apollo/client'
import { assessmentResults } from '@sitai/rules/dictionaries'

import type { AssessmentResult } from '../../generated/gql/graphql.ts'
import { ActDialog } from '../ActDialog.tsx'
import { graphql } from '../graphql.ts'
import { lastYear } from '../ui/options.ts'
import { type YearResult, YearResultFields } from '../ui/YearResultFields.tsx'

const RecordAssessments = graphql(`
  mutation RecordAssessments($input: RecordAssessmentsInput!) {
    recordAssessments(input: $input) { ...Refused ... on RecordedAssessments { recorded kept } }
  }
`)

interface BatchAssessProps {
  ids: readonly string[]
  onDone: () => void
  refetch: RefetchQueriesInclude
}

/** One result of a year for all chosen; whoever has one for that year keeps it. */
export function BatchAssess({ ids, onDone, refetch }: BatchAssessProps) {
  return (
    <ActDialog
      act={RecordAssessments}
      refetch={refetch}
      label="登记年度考核"
      title={`为 ${ids.length} 人登记年度考核`}
      button={{ type: 'primary' }}
      submitLabel="登记"
      initialValues={{ year: lastYear(), result: 'COMPETENT' }}
      input={(values: YearResult<AssessmentResult>) => ({ practitionerIds: [...ids], ...values })}
      toast={({ recorded, kept }) => `已登记 ${recorded} 人${kept > 0 ? `，${kept} 人该年度已有结果，未改动` : ''}`}
      onDone={onDone}
    >
      <YearResultFields label="考核结果" hint="该年度已有结果的人员不会改动。" results={assessmentResults} />
    </ActDialog>
  )
}
