import { checkReason, REASON_LEAST, REASON_MOST, reasonHint } from '@sitai/rules/reason'
import { Input } from 'antd'

import { Field } from './Field.tsx'

interface ReasonFieldProps {
  label: string
  /** The least characters (packages/rules). */
  least?: number
  maxLength?: number
}

/** The field of a form that asks why: `<ReasonField<Values> label="原因" />`. */
export function ReasonField<Values extends { reason: string } = never>({
  label,
  least = REASON_LEAST,
  maxLength = REASON_MOST,
}: ReasonFieldProps) {
  const problemOf = (text: string) => {
    const checked = checkReason(text, least)
    return checked.ok ? null : checked.reason
  }
  return (
    <Field<Values> name="reason" label={label} hint={`${reasonHint(least)}。`} required check={problemOf}>
      <Input.TextArea rows={3} maxLength={maxLength} showCount />
    </Field>
  )
}
