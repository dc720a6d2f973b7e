import { Input } from 'antd'

import { Field } from './Field.tsx'
import type { ReasonRule } from './ReasonInput.tsx'

interface ReasonFieldProps {
  label: string
  rule: ReasonRule
  maxLength?: number
}

/** The field of a form that asks why: `<ReasonField<Values> label="原因" rule={plainReason} />`. */
export function ReasonField<Values extends { reason: string } = never>({ label, rule, maxLength }: ReasonFieldProps) {
  const problemOf = (text: string) => {
    const checked = rule.check(text)
    return checked.ok ? null : checked.reason
  }
  return (
    <Field<Values> name="reason" label={label} hint={`${rule.hint}。`} required check={problemOf}>
      <Input.TextArea rows={3} maxLength={maxLength ?? rule.most} showCount />
    </Field>
  )
}
