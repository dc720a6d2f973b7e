import { firmKinds, orgForms, partyOrgs } from '@sitai/rules/dictionaries'
import { firmInput } from '@sitai/rules/firm'
import { firmFields } from '@sitai/rules/firm.fields'
import { Input, InputNumber, Select } from 'antd'

import type { FirmFields } from '../../generated/gql/graphql.ts'
import { graphql } from '../graphql.ts'
import { today } from '../today.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { fieldsOf } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { optionsOf } from '../ui/options.ts'
import { editableOf, emptied, passing } from '../ui/passing.ts'
import type { RefusalLike } from '../ui/refusal.ts'

/** What the form holds: what the API takes. */
export type FirmValues = FirmFields

/** What the form shows of a firm to be changed. */
export const FirmForm_firm = graphql(`
  fragment FirmForm_firm on Firm {
    kind
    name
    creditCode
    licenceNo
    orgForm
    director
    phone
    address
    lat
    lng
    setUpOn
    partyOrg
    note
    street {
      code
    }
  }
`)

const FirmField = fieldsOf(firmFields)

interface FirmFormProps {
  label: string
  submitLabel: string
  initialValues: Partial<FirmValues>
  streets: readonly { code: string; name: string }[]
  /** The fields this viewer may change; undefined for all. */
  editable?: readonly string[]
  act: { busy: boolean; refusal: RefusalLike | null; error: unknown }
  onSubmit: (values: FirmValues) => unknown
  onCancel: () => void
  onDirty: (dirty: boolean) => void
  onReload?: () => void
}

/** The form of a firm; what the viewer may not change is greyed. */
export function FirmForm({ editable, streets, act, onReload, ...form }: FirmFormProps) {
  const fixed = (field: keyof FirmValues) => editable !== undefined && !editable.includes(field)
  return (
    <Form<FirmValues> {...form} {...act} schema={passing<FirmValues>(firmInput)} {...(onReload && { onReload })}>
      <FirmField name="name">
        <Input maxLength={60} disabled={fixed('name')} />
      </FirmField>
      <FirmField name="kind">
        <Select options={optionsOf(firmKinds)} placeholder="请选择" disabled={fixed('kind')} />
      </FirmField>
      <FirmField name="creditCode">
        <Input maxLength={30} disabled={fixed('creditCode')} />
      </FirmField>
      <FirmField name="licenceNo">
        <Input maxLength={30} disabled={fixed('licenceNo')} />
      </FirmField>
      <FirmField name="orgForm">
        <Select options={optionsOf(orgForms)} allowClear placeholder="请选择" disabled={fixed('orgForm')} />
      </FirmField>
      <FirmField name="partyOrg">
        <Select options={optionsOf(partyOrgs)} placeholder="请选择" disabled={fixed('partyOrg')} />
      </FirmField>
      <FirmField name="director">
        <Input maxLength={30} disabled={fixed('director')} />
      </FirmField>
      <FirmField name="phone">
        <Input maxLength={30} inputMode="tel" disabled={fixed('phone')} />
      </FirmField>
      <FirmField name="streetCode">
        <Select
          allowClear
          placeholder="请选择"
          disabled={fixed('streetCode')}
          showSearch={{ optionFilterProp: 'label' }}
          options={streets.map((it) => ({ value: it.code, label: it.name }))}
        />
      </FirmField>
      <FirmField name="address">
        <Input maxLength={100} disabled={fixed('address')} />
      </FirmField>
      <FirmField name="lng">
        <InputNumber precision={6} style={{ width: 200 }} disabled={fixed('lng')} />
      </FirmField>
      <FirmField name="lat">
        <InputNumber precision={6} style={{ width: 200 }} disabled={fixed('lat')} />
      </FirmField>
      <FirmField name="setUpOn">
        <DateInput max={today()} disabled={fixed('setUpOn')} />
      </FirmField>
      <FirmField name="note">
        <Input.TextArea rows={3} maxLength={500} showCount disabled={fixed('note')} />
      </FirmField>
    </Form>
  )
}

/** What the API takes of the form: what was emptied is cleared, and only what the viewer may change. */
export function sentFirm(values: FirmValues, editable?: readonly string[]): FirmFields {
  return editableOf(emptied(firmFields, values), editable)
}
