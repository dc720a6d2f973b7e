import { streetFields } from '@sitai/rules/street.fields'
import { Input, Select } from 'antd'

import { fieldsOf } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import type { RefusalLike } from '../ui/refusal.ts'

export interface StreetValues {
  code: string
  name: string
  justiceOffice?: string | null
  adjacentCodes?: string[]
}

interface StreetFormProps {
  label: string
  submitLabel: string
  initialValues: Partial<StreetValues>
  /** The streets it may border on; absent for a new one, which has no neighbours yet. */
  others?: readonly { code: string; name: string }[]
  act: { busy: boolean; refusal: RefusalLike | null; error: unknown }
  onSubmit: (values: StreetValues) => unknown
  onCancel: () => void
  onDirty: (dirty: boolean) => void
  onReload?: () => void
}

const StreetField = fieldsOf(streetFields)

/** The form of a street. */
export function StreetForm({ others, act, onReload, ...form }: StreetFormProps) {
  return (
    <Form<StreetValues> {...form} {...act} {...(onReload && { onReload })}>
      <StreetField name="code">
        <Input maxLength={9} inputMode="numeric" disabled={others !== undefined} />
      </StreetField>
      <StreetField name="name">
        <Input maxLength={40} />
      </StreetField>
      <StreetField name="justiceOffice">
        <Input maxLength={60} />
      </StreetField>
      {others && (
        <StreetField name="adjacentCodes">
          <Select
            mode="multiple"
            placeholder="请选择，可多选"
            showSearch={{ optionFilterProp: 'label' }}
            options={others.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </StreetField>
      )}
    </Form>
  )
}
