import { firmInspectionResults } from '@sitai/rules/dictionaries'

import type { FirmInspectionResult } from '../../generated/gql/graphql.ts'
import type { WithRefusals } from '../act.ts'
import { ActDialog } from '../ActDialog.tsx'
import { graphql } from '../graphql.ts'
import { lastYear } from '../ui/options.ts'
import { type YearResult, YearResultFields } from '../ui/YearResultFields.tsx'

const RecordInspection = graphql(`
  mutation RecordInspection($input: RecordInspectionInput!) { recordInspection(input: $input) { ...Refused } }
`)

interface InspectDialogProps {
  firm: WithRefusals & { id: string }
  /** The result to correct; none for a new one. */
  year?: number
  result?: FirmInspectionResult
}

/** Enters the result of a year's inspection, or corrects it. */
export function InspectDialog({ firm, year, result = 'PASSED' }: InspectDialogProps) {
  const correct = year !== undefined
  return (
    <ActDialog
      act={RecordInspection}
      on={firm}
      label={correct ? '更正' : '登记检查'}
      title={correct ? `更正 ${year} 年度检查考核` : '登记年度检查考核'}
      {...(correct && { button: { type: 'link', size: 'small', 'aria-label': `更正 ${year} 年度检查考核` } })}
      formLabel="年度检查考核"
      submitLabel="保存"
      initialValues={{ year: year ?? lastYear(), result }}
      input={(values: YearResult<FirmInspectionResult>) => ({ firmId: firm.id, ...values })}
    >
      <YearResultFields label="检查考核结果" results={firmInspectionResults} year={year} />
    </ActDialog>
  )
}
