import { firmKinds, orgForms, partyOrgs } from '@sitai/rules/dictionaries'
import { firmInput } from '@sitai/rules/firm'
import { Input, InputNumber, Select } from 'antd'

import type { FirmFields, FirmKind, OrgForm, PartyOrg } from '../../generated/gql/graphql.ts'
import { today } from '../today.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { optionsOf } from '../ui/options.ts'
import { emptied, passing } from '../ui/passing.ts'
import type { RefusalLike } from '../ui/refusal.ts'

export interface FirmValues {
  kind: FirmKind
  name: string
  creditCode: string
  licenceNo: string
  orgForm?: OrgForm | null
  director?: string | null
  phone?: string | null
  streetCode?: string | null
  address?: string | null
  lng?: number | null
  lat?: number | null
  setUpOn?: string | null
  partyOrg: PartyOrg
  note?: string | null
}

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
      <Field<FirmValues> name="name" label="机构名称" required>
        <Input maxLength={60} disabled={fixed('name')} />
      </Field>
      <Field<FirmValues> name="kind" label="机构类别" required>
        <Select options={optionsOf(firmKinds)} placeholder="请选择" disabled={fixed('kind')} />
      </Field>
      <Field<FirmValues> name="creditCode" label="统一社会信用代码" hint="18 位，自动核对校验位。" required>
        <Input maxLength={30} disabled={fixed('creditCode')} />
      </Field>
      <Field<FirmValues> name="licenceNo" label="执业许可证号" hint="统一社会信用代码，或旧证的 17 位数字。" required>
        <Input maxLength={30} disabled={fixed('licenceNo')} />
      </Field>
      <Field<FirmValues> name="orgForm" label="组织形式" hint="律师事务所必填。">
        <Select options={optionsOf(orgForms)} allowClear placeholder="请选择" disabled={fixed('orgForm')} />
      </Field>
      <Field<FirmValues> name="partyOrg" label="党组织" required>
        <Select options={optionsOf(partyOrgs)} placeholder="请选择" disabled={fixed('partyOrg')} />
      </Field>
      <Field<FirmValues> name="director" label="负责人">
        <Input maxLength={30} disabled={fixed('director')} />
      </Field>
      <Field<FirmValues> name="phone" label="办公电话" hint="例如 0574-87654321。">
        <Input maxLength={30} inputMode="tel" disabled={fixed('phone')} />
      </Field>
      <Field<FirmValues> name="streetCode" label="所在街道">
        <Select
          allowClear
          placeholder="请选择"
          disabled={fixed('streetCode')}
          showSearch={{ optionFilterProp: 'label' }}
          options={streets.map((it) => ({ value: it.code, label: it.name }))}
        />
      </Field>
      <Field<FirmValues> name="address" label="地址">
        <Input maxLength={100} disabled={fixed('address')} />
      </Field>
      <Field<FirmValues> name="lng" label="经度" hint="例如 121.5501；经度和纬度应同时填写。">
        <InputNumber precision={6} style={{ width: 200 }} disabled={fixed('lng')} />
      </Field>
      <Field<FirmValues> name="lat" label="纬度" hint="例如 29.8703。">
        <InputNumber precision={6} style={{ width: 200 }} disabled={fixed('lat')} />
      </Field>
      <Field<FirmValues> name="setUpOn" label="设立日期">
        <DateInput max={today()} disabled={fixed('setUpOn')} />
      </Field>
      <Field<FirmValues> name="note" label="备注">
        <Input.TextArea rows={3} maxLength={500} showCount disabled={fixed('note')} />
      </Field>
    </Form>
  )
}

/** What the API takes of the form: what was emptied is cleared, and only what the viewer may change. */
export function firmFields(values: FirmValues, editable?: readonly string[]): FirmFields {
  const {
    kind,
    name,
    creditCode,
    licenceNo,
    orgForm,
    director,
    phone,
    streetCode,
    address,
    lng,
    lat,
    setUpOn,
    partyOrg,
    note,
  } = values
  const fields: FirmFields = emptied({
    kind,
    name,
    creditCode,
    licenceNo,
    orgForm,
    director,
    phone,
    streetCode,
    address,
    lng,
    lat,
    setUpOn,
    partyOrg,
    note,
  })
  if (editable) for (const key of Object.keys(fields)) if (!editable.includes(key)) Reflect.deleteProperty(fields, key)
  return fields
}
