import { genders, politicalStatuses, practitionerKinds, specialtyLevels } from '@sitai/rules/dictionaries'
import { practitionerInput } from '@sitai/rules/practitioner'
import { Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'

import type { Gender, PoliticalStatus, PractitionerFields, PractitionerKind } from '../../generated/gql/graphql.ts'
import { type WeighedTopic, WeighedTopics } from '../dictionaries/WeighedTopics.tsx'
import { today } from '../today.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { NumberInput } from '../ui/NumberInput.tsx'
import { optionsOf } from '../ui/options.ts'
import { passing } from '../ui/passing.ts'
import type { RefusalLike } from '../ui/refusal.ts'

/** What the form holds; `firmId` and `joinedOn` only of someone new, `forgetPhone` only of someone known. */
export interface PractitionerValues {
  kind: PractitionerKind
  name: string
  licenceNo: string
  politicalStatus: PoliticalStatus
  gender?: Gender | null
  birthYear?: number | null
  idNo?: string | null
  phone?: string | null
  firstLicensedOn?: string | null
  languages?: string[]
  capacity?: number | null
  specialties?: WeighedTopic[]
  note?: string | null
  firmId?: string
  joinedOn?: string
  forgetPhone?: boolean
}

interface PractitionerFormProps {
  label: string
  submitLabel: string
  initialValues: Partial<PractitionerValues>
  /** The fields this viewer may change; undefined for all. */
  editable?: readonly string[]
  /** The numbers on record, masked: left empty in the form they stay. */
  known?: { phone: string | null | undefined; idNo: string | null | undefined }
  act: { busy: boolean; refusal: RefusalLike | null; error: unknown }
  onSubmit: (values: PractitionerValues) => unknown
  onCancel: () => void
  onDirty: (dirty: boolean) => void
  onReload?: () => void
  /** Before the other fields: the firm of someone new. */
  children?: ReactNode
}

const levels = specialtyLevels.map(({ code, label }) => ({ value: Number(code), label }))

/** The form of a practitioner: someone new, or someone known; what the viewer may not change is greyed. */
export function PractitionerForm(props: PractitionerFormProps) {
  const { editable, known } = props
  const fixed = (field: keyof PractitionerValues) => editable !== undefined && !editable.includes(field)
  const stays = (masked: string | null | undefined) => masked && `已登记 ${masked}，不改请留空。`
  return (
    <Form<PractitionerValues>
      label={props.label}
      submitLabel={props.submitLabel}
      {...props.act}
      initialValues={props.initialValues}
      schema={passing<PractitionerValues>(practitionerInput(today()), { toRules: asRulesWant, keep: ['specialties'] })}
      onSubmit={props.onSubmit}
      onCancel={props.onCancel}
      onDirty={props.onDirty}
      {...(props.onReload && { onReload: props.onReload })}
    >
      {props.children}
      <Field<PractitionerValues> name="name" label="姓名" required>
        <Input maxLength={30} disabled={fixed('name')} />
      </Field>
      <Field<PractitionerValues> name="kind" label="执业类别" required>
        <Select options={optionsOf(practitionerKinds)} placeholder="请选择" disabled={fixed('kind')} />
      </Field>
      <Field<PractitionerValues> name="licenceNo" label="执业证号" hint="律师为 17 位数字。" required>
        <Input maxLength={30} disabled={fixed('licenceNo')} />
      </Field>
      <Field<PractitionerValues> name="firstLicensedOn" label="首次执业日期">
        <DateInput max={today()} disabled={fixed('firstLicensedOn')} />
      </Field>
      <Field<PractitionerValues> name="politicalStatus" label="政治面貌" required>
        <Select options={optionsOf(politicalStatuses)} placeholder="请选择" disabled={fixed('politicalStatus')} />
      </Field>
      <Field<PractitionerValues> name="idNo" label="身份证号码" hint={stays(known?.idNo) || '加密保存，只显示掩码。'}>
        <Input maxLength={18} autoComplete="off" disabled={fixed('idNo')} />
      </Field>
      <Field<PractitionerValues> name="gender" label="性别" hint="填了身份证号码的，由号码得出。">
        <Select options={optionsOf(genders)} allowClear disabled={fixed('gender')} />
      </Field>
      <Field<PractitionerValues> name="birthYear" label="出生年份">
        <NumberInput unit="年" disabled={fixed('birthYear')} />
      </Field>
      <Field<PractitionerValues> name="phone" label="手机号码" hint={stays(known?.phone) || '加密保存，只显示掩码。'}>
        <Input maxLength={20} autoComplete="off" inputMode="tel" disabled={fixed('phone')} />
      </Field>
      {known?.phone && (
        <Field<PractitionerValues> name="forgetPhone" label="删除号码" checkbox>
          <Checkbox disabled={fixed('phone')}>删除已登记的 {known.phone}</Checkbox>
        </Field>
      )}
      <Field<PractitionerValues> name="languages" label="语言" hint="按回车添加，例如 普通话、宁波话。">
        <Select
          mode="tags"
          maxCount={10}
          options={['普通话', '宁波话'].map((it) => ({ value: it, label: it }))}
          disabled={fixed('languages')}
        />
      </Field>
      <Field<PractitionerValues> name="specialties" label="专业特长">
        <WeighedTopics label="专业特长" weights={levels} usual={2} disabled={fixed('specialties')} />
      </Field>
      <Field<PractitionerValues> name="capacity" label="可任社区数" hint="不填为本局默认数，最多为本局规定的上限。">
        <NumberInput unit="个" disabled={fixed('capacity')} />
      </Field>
      <Field<PractitionerValues> name="note" label="备注">
        <Input.TextArea rows={3} maxLength={500} showCount disabled={fixed('note')} />
      </Field>
    </Form>
  )
}

/** A number left empty is one left alone; the rules call a specialty's weight its level. */
function asRulesWant({ phone, idNo, specialties, ...rest }: PractitionerValues) {
  return {
    ...rest,
    phone: phone || undefined,
    idNo: idNo || undefined,
    specialties: specialties?.map(({ topic, weight }) => ({ topic, level: weight })),
  }
}

/** What the API takes of the form: what was emptied is cleared, a number left empty stays as it is. */
export function practitionerFields(values: PractitionerValues, editable?: readonly string[]): PractitionerFields {
  const fields: PractitionerFields = {
    kind: values.kind,
    name: values.name,
    licenceNo: values.licenceNo,
    politicalStatus: values.politicalStatus,
    gender: values.gender ?? null,
    birthYear: values.birthYear ?? null,
    firstLicensedOn: values.firstLicensedOn ?? null,
    ...(values.forgetPhone ? { phone: null } : values.phone && { phone: values.phone }),
    ...(values.idNo && { idNo: values.idNo }),
    languages: values.languages ?? [],
    capacity: values.capacity ?? null,
    specialties: (values.specialties ?? []).map(({ topic, weight }) => ({ topicCode: topic, level: weight })),
    note: values.note ?? null,
  }
  if (editable) for (const key of Object.keys(fields)) if (!editable.includes(key)) Reflect.deleteProperty(fields, key)
  return fields
}
