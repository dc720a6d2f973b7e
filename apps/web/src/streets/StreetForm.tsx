import { Input, Select } from 'antd'

import { Field } from '../ui/Field.tsx'
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

/** The form of a street. */
export function StreetForm({ others, act, onReload, ...form }: StreetFormProps) {
  return (
    <Form<StreetValues> {...form} {...act} {...(onReload && { onReload })}>
      <Field<StreetValues> name="code" label="街道代码" hint="9 位统计用区划代码；登记后不能修改。" required>
        <Input maxLength={9} inputMode="numeric" disabled={others !== undefined} />
      </Field>
      <Field<StreetValues> name="name" label="街道名称" required>
        <Input maxLength={40} />
      </Field>
      <Field<StreetValues> name="justiceOffice" label="司法所">
        <Input maxLength={60} />
      </Field>
      {others && (
        <Field<StreetValues> name="adjacentCodes" label="相邻街道" hint="用于属地就近推荐；对方的相邻街道随之改变。">
          <Select
            mode="multiple"
            placeholder="请选择，可多选"
            showSearch={{ optionFilterProp: 'label' }}
            options={others.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Field>
      )}
    </Form>
  )
}
