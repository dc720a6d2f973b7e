import type { RefetchQueriesInclude } from '@apollo/client'
import { assessmentResults } from '@sitai/rules/dictionaries'
import { Select } from 'antd'

import type { AssessmentResult } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { optionsOf, yearOptions } from '../ui/options.ts'
import { useToast } from '../ui/toast.tsx'

const RecordAssessments = graphql(`
  mutation RecordAssessments($input: RecordAssessmentsInput!) {
    recordAssessments(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on RecordedAssessments {
        recorded
        kept
      }
    }
  }
`)

interface Values {
  year: number
  result: AssessmentResult
}

interface BatchAssessProps {
  ids: readonly string[]
  onDone: () => void
  refetch: RefetchQueriesInclude
}

/** One result of a year for all chosen; whoever has one for that year keeps it. */
export function BatchAssess({ ids, onDone, refetch }: BatchAssessProps) {
  const [record, recording] = useAct(RecordAssessments, (data) => data.recordAssessments, { refetch })
  const toast = useToast()
  const submit = async ({ year, result }: Values, close: () => void) => {
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
        <Form<Values>
          label="登记年度考核"
          submitLabel="登记"
          {...recording}
          initialValues={{ year: new Date().getFullYear() - 1, result: 'COMPETENT' }}
          onSubmit={(values) => submit(values, close)}
          onCancel={close}
        >
          <Field<Values> name="year" label="年度" required>
            <Select options={yearOptions()} />
          </Field>
          <Field<Values> name="result" label="考核结果" hint="该年度已有结果的人员不会改动。" required>
            <Select options={optionsOf(assessmentResults)} />
          </Field>
        </Form>
      )}
    </FormDialog>
  )
}
