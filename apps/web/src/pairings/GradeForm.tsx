import { termGrades } from '@sitai/rules/dictionaries'

import type { TermGrade } from '../../generated/gql/graphql.ts'
import { useAct } from '../act.ts'
import { DictSelect } from '../ui/DictSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { GradePairing } from './actDocuments.ts'

interface Values {
  grade?: TermGrade
}

interface GradeFormProps {
  which: { id: string; expectedVersion: number }
  grade: TermGrade | null
  onClose: () => void
  onDone: () => void
}

/** The grade of the term's assessment. */
export function GradeForm({ which, grade, onClose, onDone }: GradeFormProps) {
  const [save, saving] = useAct(GradePairing, (data) => data.gradePairing, { refetch: 'active' })
  return (
    <Form<Values>
      label="考核等次"
      submitLabel="登记"
      {...saving}
      initialValues={grade ? { grade } : {}}
      onCancel={onClose}
      onSubmit={async (values) => {
        if (await save({ input: { ...which, grade: values.grade ?? null } })) onDone()
      }}
    >
      <Field<Values> name="grade" label="考核等次" hint="不合格的，本聘期届满后不能续聘。" required={!grade}>
        <DictSelect options={termGrades} />
      </Field>
    </Form>
  )
}
