import { Button, Input } from 'antd'
import { useState } from 'react'
import { addDays } from '@sitai/rules/calendar'

import { refusalOf } from '../act.ts'
import { ActForm } from '../ActForm.tsx'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { DictSelect } from '../ui/DictSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useGoOn } from '../useGoOn.ts'
import { Candidates } from './Candidates.tsx'
import type { ActOn, Defaults } from './PairingActs.tsx'
import { termText } from './term.ts'

const ReplacePairing = graphql(`
  mutation ReplacePairing($input: ReplacePairingInput!) {
    replacePairing(input: $input) { ...Refused ... on Pairing { id } }
  }
`)

interface Values {
  ground: string
  effectiveOn: string
  note?: string
  approval?: string
}

type ReplaceProps = ActOn & { defaults: Defaults }

/** Another adviser for the rest of the term: first who, then why and from when; both are done or neither. */
export function ReplaceDialog(props: ReplaceProps) {
  return (
    <FormDialog
      label="更换顾问"
      refusal={refusalOf(props.pairing, 'replacePairing')}
      title={`更换${props.pairing.community.name}的顾问`}
      width={760}
    >
      {(close) => <ReplaceForm {...props} onClose={close} />}
    </FormDialog>
  )
}

function ReplaceForm({ pairing, which, defaults, onClose }: ReplaceProps & { onClose: () => void }) {
  const [person, setPerson] = useState<{ id: string; name: string; approvable: boolean } | null>(null)
  const [from, setFrom] = useState(defaults.today)
  const goOn = useGoOn()
  if (!person) {
    return (
      <>
        <p>为余下的聘期（{termText(from, pairing.endsOn)}）选择接任的顾问：</p>
        <Candidates
          communityCode={pairing.community.code}
          termFrom={from}
          termTo={pairing.endsOn}
          replacing={pairing.id}
          onChoose={setPerson}
        />
      </>
    )
  }
  return (
    <ActForm
      act={ReplacePairing}
      label="更换顾问"
      submitLabel={`由${person.name}接任`}
      initialValues={{ effectiveOn: from }}
      onCancel={onClose}
      input={({ note, approval, ...values }: Values) => {
        setFrom(values.effectiveOn)
        return { ...which, ...values, practitionerId: person.id, note: note ?? null, approval: approval ?? null }
      }}
      toast="已更换顾问"
      onDone={({ id }) => {
        onClose()
        goOn(paths.pairing(id))
      }}
    >
      <p>
        {pairing.practitioner.name}解聘，{person.name}同日接任。
        <Button type="link" onClick={() => setPerson(null)}>
          另选
        </Button>
      </p>
      <Field<Values> name="effectiveOn" label="接任之日" required>
        <DateInput min={pairing.termFrom} max={addDays(pairing.endsOn, -1)} />
      </Field>
      <Field<Values> name="ground" label={`解聘${pairing.practitioner.name}的事由`} required>
        <DictSelect options={defaults.grounds} />
      </Field>
      <Field<Values> name="note" label="说明">
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
      {person.approvable && (
        <Field<Values> name="approval" label="领导批准意见" required>
          <Input.TextArea rows={2} maxLength={200} />
        </Field>
      )}
    </ActForm>
  )
}
