import { Input } from 'antd'

import { useAct } from '../act.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { PausePairing } from './actDocuments.ts'

interface Values {
  from: string
  reason: string
}

interface PauseFormProps {
  which: { id: string; expectedVersion: number }
  today: string
  /** The first day of the term. */
  min: string
  onClose: () => void
  onDone: () => void
}

/** From which day a pairing rests, and why. */
export function PauseForm({ which, today, min, onClose, onDone }: PauseFormProps) {
  const [pause, pausing] = useAct(PausePairing, (data) => data.pausePairing, { refetch: 'active' })
  return (
    <Form<Values>
      label="暂停结对"
      submitLabel="暂停"
      {...pausing}
      initialValues={{ from: today }}
      onCancel={onClose}
      onSubmit={async ({ from, reason }) => {
        if (await pause({ input: { ...which, from, reason } })) onDone()
      }}
    >
      <p>暂停期间不计每月应到；已计划的驻点会取消，首席席位仍保留。</p>
      <Field<Values> name="from" label="暂停首日" required>
        <DateInput min={min} max={today} />
      </Field>
      <Field<Values> name="reason" label="原因" required>
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Field>
    </Form>
  )
}
