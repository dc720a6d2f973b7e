import { termGrades } from '@sitai/rules/dictionaries'

import type { TermGrade } from '../../generated/gql/graphql.ts'
import { ActDialog } from '../ActDialog.tsx'
import { graphql } from '../graphql.ts'
import { DictSelect } from '../ui/DictSelect.tsx'
import { Field } from '../ui/Field.tsx'
import type { ActOn } from './PairingActs.tsx'

const GradePairing = graphql(`
  mutation GradePairing($input: GradePairingInput!) { gradePairing(input: $input) { ...Refused } }
`)

interface Values {
  grade?: TermGrade
}

/** The grade of the term's assessment. */
export function GradeDialog({ pairing, which }: ActOn) {
  return (
    <ActDialog
      act={GradePairing}
      on={pairing}
      label="登记考核"
      title={`${pairing.practitioner.name}本聘期的考核等次`}
      width={560}
      formLabel="考核等次"
      submitLabel="登记"
      initialValues={pairing.grade ? { grade: pairing.grade } : {}}
      input={({ grade }: Values) => ({ ...which, grade: grade ?? null })}
      toast="已登记"
    >
      <Field<Values> name="grade" label="考核等次" hint="不合格的，本聘期届满后不能续聘。" required={!pairing.grade}>
        <DictSelect options={termGrades} />
      </Field>
    </ActDialog>
  )
}
