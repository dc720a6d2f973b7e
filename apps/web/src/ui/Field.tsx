import { Form } from 'antd'
import type { ReactElement, ReactNode } from 'react'

import { dateProblem } from './DateInput.tsx'

interface FieldProps<Values> {
  /** Which of the form's values this field edits; name the form's type: `<Field<SignInInput> name="userName">`. */
  name: keyof Values & string
  label: string
  /** What to write here, when the label does not say it. */
  hint?: ReactNode
  required?: boolean
  /** What to say when a required field is left empty, where "请填写" and the label make no sentence. */
  missing?: string
  /** What is wrong with a text that was written, or null; said before anything is sent. */
  check?: (text: string) => string | null
  /** Whether the value is a checkbox's. */
  checkbox?: boolean
  children: ReactElement
}

/** One labelled input of a form. A refusal about `name` appears under it. */
export function Field<Values = never>(props: FieldProps<Values>) {
  const { name, label, hint, required, missing = `请填写${label}`, check, checkbox, children } = props
  const key: string = name
  return (
    <Form.Item
      name={key}
      label={label}
      extra={hint}
      rules={[
        ...(required ? [{ required: true, message: missing }, { validator: notBlank(missing) }] : []),
        ...(check ? [{ validator: passing(check) }] : []),
        { validator: passing((text) => dateProblem(children, text, label)) },
      ]}
      valuePropName={checkbox ? 'checked' : 'value'}
    >
      {children}
    </Form.Item>
  )
}

/** What is said of a field of a record, whatever it holds. */
interface SaidField {
  readonly label: string
  readonly help?: string
  readonly required?: boolean
}

interface RecordFieldProps<Key> {
  name: Key
  /** Instead of the field's own help. */
  hint?: ReactNode
  children: ReactElement
}

/** The inputs of a record's form: its fields say what they are called, their help, and which must be filled in. */
export function fieldsOf<Key extends string>(fields: Readonly<Record<Key, SaidField>>) {
  return function FieldOfRecord({ name, hint, children }: RecordFieldProps<Key>) {
    const { label, help, required = false } = fields[name]
    return (
      <Field<Readonly<Record<Key, unknown>>> name={name} label={label} hint={hint ?? help} required={required}>
        {children}
      </Field>
    )
  }
}

/** Refuses a text that a rule has something against; emptiness is `required`'s to say. */
function passing(check: (text: string) => string | null) {
  return async (_rule: unknown, value: unknown) => {
    const problem = typeof value === 'string' && value.trim() !== '' ? check(value) : null
    if (problem !== null) throw new Error(problem)
  }
}

/** Refuses text of nothing but spaces. */
function notBlank(missing: string) {
  return async (_rule: unknown, value: unknown) => {
    if (typeof value === 'string' && value !== '' && value.trim() === '') throw new Error(missing)
  }
}
