import { firmInspectionResults } from '@sitai/rules/dictionaries'

import type { FirmInspectionResult } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { FormDialog } from '../ui/FormDialog.tsx'
import { YearResultForm } from '../ui/YearResultForm.tsx'

const RecordInspection = graphql(`
  mutation RecordInspection($input: RecordInspectionInput!) {
    recordInspection(input: $input) {
      ...Refused
      ... on Firm {
        id
        inspections {
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

interface InspectDialogProps {
  firmId: string
  refusal: string | null | undefined
  /** The result to correct; none for a new one. */
  year?: number
  result?: FirmInspectionResult
}

/** Enters the result of a year's inspection, or corrects it. */
export function InspectDialog({ firmId, refusal, year, result }: InspectDialogProps) {
  const [record, recording] = useAct(RecordInspection)
  const correct = year !== undefined
  return (
    <FormDialog
      label={correct ? '更正' : '登记检查'}
      refusal={refusal}
      title={correct ? `更正 ${year} 年度检查考核` : '登记年度检查考核'}
      {...(correct && { button: { type: 'link', size: 'small', 'aria-label': `更正 ${year} 年度检查考核` } })}
    >
      {(close) => (
        <YearResultForm
          label="年度检查考核"
          submitLabel="保存"
          resultLabel="检查考核结果"
          results={firmInspectionResults}
          initial={{ year, result: result ?? 'PASSED' }}
          act={recording}
          onSubmit={async (values) => {
            if (await record({ input: { firmId, ...values } })) close()
          }}
          onCancel={close}
        />
      )}
    </FormDialog>
  )
}
