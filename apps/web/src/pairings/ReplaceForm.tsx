import { Button, Input } from 'antd'
import { useState } from 'react'
import { addDays } from '@sitai/rules/calendar'

import { useAct } from '../act.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { DictSelect } from '../ui/DictSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { ReplacePairing } from './actDocuments.ts'
import { Candidates } from './Candidates.tsx'
import { termText } from './term.ts'

interface Values {
  ground: string
  effectiveOn: string
  note?: string
  approval?: string
}

interface ReplaceFormProps {
  pairing: {
    id: string
    version: number
    termFrom: string
    endsOn: string
    community: { code: string }
    practitioner: { name: string }
  }
  defaults: { today: string; grounds: readonly { code: string; label: string }[] }
  onClose: () => void
  onDone: (id: string) => void
}

/** Another adviser for the rest of the term: first who, then why and from when; both are done or neither. */
export function ReplaceForm({ pairing, defaults, onClose, onDone }: ReplaceFormProps) {
  const [replace, replacing] = useAct(ReplacePairing, (data) => data.replacePairing, { refetch: 'active' })
  const [person, setPerson] = useState<{ id: string; name: string; approvable: boolean } | null>(null)
  const [from, setFrom] = useState(defaults.today)
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
    <Form<Values>
      label="更换顾问"
      submitLabel={`由${person.name}接任`}
      {...replacing}
      initialValues={{ effectiveOn: from }}
      onCancel={onClose}
      onSubmit={async ({ ground, effectiveOn, note, approval }) => {
        setFrom(effectiveOn)
        const done = await replace({
          input: {
            id: pairing.id,
            expectedVersion: pairing.version,
            practitionerId: person.id,
            ground,
            effectiveOn,
            note: note ?? null,
            approval: approval ?? null,
          },
        })
        if (done) onDone(done.id)
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
    </Form>
  )
}
