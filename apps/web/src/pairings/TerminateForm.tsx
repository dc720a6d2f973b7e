import { Input } from 'antd'
import { addDays } from '@sitai/rules/calendar'

import { useAct } from '../act.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { DictSelect } from '../ui/DictSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { TerminatePairing } from './actDocuments.ts'

interface Values {
  ground: string
  effectiveOn: string
  note?: string
}

interface TerminateFormProps {
  pairing: { id: string; version: number; termFrom: string; endsOn: string }
  defaults: { today: string; grounds: readonly { code: string; label: string }[] }
  onClose: () => void
  onDone: () => void
}

/** Why and from which day somebody is dismissed (BR-09). */
export function TerminateForm({ pairing, defaults, onClose, onDone }: TerminateFormProps) {
  const [terminate, terminating] = useAct(TerminatePairing, (data) => data.terminatePairing, { refetch: 'active' })
  return (
    <Form<Values>
      label="解聘"
      submitLabel="解聘"
      {...terminating}
      initialValues={{ effectiveOn: defaults.today }}
      onCancel={onClose}
      onSubmit={async ({ ground, effectiveOn, note }) => {
        const input = { id: pairing.id, expectedVersion: pairing.version, ground, effectiveOn, note: note ?? null }
        if (await terminate({ input })) onDone()
      }}
    >
      <p>自生效日起席位空出，之后已计划的驻点会取消，社区回到结对工作台。此步不能恢复。</p>
      <Field<Values> name="ground" label="解聘事由" required>
        <DictSelect options={defaults.grounds} />
      </Field>
      <Field<Values> name="effectiveOn" label="解聘生效日" hint="不再担任顾问的第一天；可以是将来的一天。" required>
        <DateInput min={pairing.termFrom} max={addDays(pairing.endsOn, -1)} />
      </Field>
      <Field<Values> name="note" label="说明">
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </Form>
  )
}
