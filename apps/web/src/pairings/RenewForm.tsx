import { Alert, Input } from 'antd'

import { useAct } from '../act.ts'
import { DictSelect } from '../ui/DictSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { NumberInput } from '../ui/NumberInput.tsx'
import { RenewPairing } from './actDocuments.ts'
import { termEnd, termText } from './term.ts'

interface Values {
  years: string
  visits: number
  approval?: string
  note?: string
}

interface RenewFormProps {
  pairing: { id: string; version: number; endsOn: string; visitsPerMonth: number; practitioner: { name: string } }
  defaults: { maxTermYears: number; rotationTerms: number }
  onClose: () => void
  onDone: (id: string) => void
}

/** The term that follows: from the end of this one, for so many years (BR-06, BR-10). */
export function RenewForm({ pairing, defaults, onClose, onDone }: RenewFormProps) {
  const [renew, renewing] = useAct(RenewPairing, (data) => data.renewPairing, { refetch: 'active' })
  const terms = Array.from({ length: defaults.maxTermYears }, (_, index) => ({
    code: String(index + 1),
    label: `${index + 1} 年（${termText(pairing.endsOn, termEnd(pairing.endsOn, index + 1))}）`,
  }))
  return (
    <Form<Values>
      label="续聘"
      submitLabel="续聘"
      {...renewing}
      initialValues={{ years: String(Math.min(2, defaults.maxTermYears)), visits: pairing.visitsPerMonth }}
      onCancel={onClose}
      onSubmit={async ({ years, visits, approval, note }) => {
        const input = {
          id: pairing.id,
          expectedVersion: pairing.version,
          termTo: termEnd(pairing.endsOn, Number(years)),
          visitsPerMonth: visits,
          approval: approval ?? null,
          note: note ?? null,
        }
        const done = await renew({ input })
        if (done) onDone(done.id)
      }}
    >
      <Alert
        type="info"
        showIcon
        title={`新聘期自 ${pairing.endsOn} 起，与本期相接；本期照常履职到届满。`}
        style={{ marginBottom: 16 }}
      />
      <Field<Values> name="years" label="新聘期" required>
        <DictSelect options={terms} />
      </Field>
      <Field<Values> name="visits" label="每月驻点次数" required>
        <NumberInput unit="次" />
      </Field>
      <Field<Values>
        name="approval"
        label="领导批准意见"
        hint={`同一社区连任满 ${defaults.rotationTerms} 届的，须填写。`}
      >
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
      <Field<Values> name="note" label="说明">
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </Form>
  )
}
