import { genders, politicalStatuses, practitionerKinds, specialtyLevels } from '@sitai/rules/dictionaries'
import { practitionerInput } from '@sitai/rules/practitioner'
import { practitionerFields } from '@sitai/rules/practitioner.fields'
import { Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'

import type { PractitionerFields } from '../../generated/gql/graphql.ts'
import { type WeighedTopic, WeighedTopics } from '../dictionaries/WeighedTopics.tsx'
import { graphql } from '../graphql.ts'
import { today } from '../today.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { Field, fieldsOf } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { NumberInput } from '../ui/NumberInput.tsx'
import { optionsOf } from '../ui/options.ts'
import { editableOf, emptied, passing } from '../ui/passing.ts'
import type { RefusalLike } from '../ui/refusal.ts'

/** What the form holds; `firmId` and `joinedOn` only of someone new, `forgetPhone` only of someone known. */
export interface PractitionerValues extends Omit<PractitionerFields, 'specialties'> {
  specialties?: WeighedTopic[]
  firmId?: string
  joinedOn?: string
  forgetPhone?: boolean
}

const PersonField = fieldsOf(practitionerFields)
const { phone: _phone, idNo: _idNo, specialties: _specialties, languages: _languages, ...plain } = practitionerFields

/** What the form shows of a practitioner to be changed. */
export const PractitionerForm_practitioner = graphql(`
  fragment PractitionerForm_practitioner on Practitioner {
    name
    kind
    gender
    birthYear
    licenceNo
    firstLicensedOn
    politicalStatus
    phoneMasked
    idNoMasked
    languages
    capacity
    note
    specialties {
      topicCode
      level
    }
  }
`)

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
      <PersonField name="name">
        <Input maxLength={30} disabled={fixed('name')} />
      </PersonField>
      <PersonField name="kind">
        <Select options={optionsOf(practitionerKinds)} placeholder="请选择" disabled={fixed('kind')} />
      </PersonField>
      <PersonField name="licenceNo">
        <Input maxLength={30} disabled={fixed('licenceNo')} />
      </PersonField>
      <PersonField name="firstLicensedOn">
        <DateInput max={today()} disabled={fixed('firstLicensedOn')} />
      </PersonField>
      <PersonField name="politicalStatus">
        <Select options={optionsOf(politicalStatuses)} placeholder="请选择" disabled={fixed('politicalStatus')} />
      </PersonField>
      <PersonField name="idNo" hint={stays(known?.idNo)}>
        <Input maxLength={18} autoComplete="off" disabled={fixed('idNo')} />
      </PersonField>
      <PersonField name="gender">
        <Select options={optionsOf(genders)} allowClear disabled={fixed('gender')} />
      </PersonField>
      <PersonField name="birthYear">
        <NumberInput unit="年" disabled={fixed('birthYear')} />
      </PersonField>
      <PersonField name="phone" hint={stays(known?.phone)}>
        <Input maxLength={20} autoComplete="off" inputMode="tel" disabled={fixed('phone')} />
      </PersonField>
      {known?.phone && (
        <Field<PractitionerValues> name="forgetPhone" label="删除号码" checkbox>
          <Checkbox disabled={fixed('phone')}>删除已登记的 {known.phone}</Checkbox>
        </Field>
      )}
      <PersonField name="languages" hint="按回车添加，例如 普通话、宁波话。">
        <Select
          mode="tags"
          maxCount={10}
          options={['普通话', '宁波话'].map((it) => ({ value: it, label: it }))}
          disabled={fixed('languages')}
        />
      </PersonField>
      <PersonField name="specialties">
        <WeighedTopics label="专业特长" weights={levels} usual={2} disabled={fixed('specialties')} />
      </PersonField>
      <PersonField name="capacity">
        <NumberInput unit="个" disabled={fixed('capacity')} />
      </PersonField>
      <PersonField name="note">
        <Input.TextArea rows={3} maxLength={500} showCount disabled={fixed('note')} />
      </PersonField>
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
export function sentPractitioner(values: PractitionerValues, editable?: readonly string[]): PractitionerFields {
  const { phone, idNo, specialties = [], languages = [] } = values
  const sent: PractitionerFields = {
    ...emptied<PractitionerFields>(plain, { ...values, specialties: null }),
    ...(values.forgetPhone ? { phone: null } : phone && { phone }),
    ...(idNo && { idNo }),
    languages,
    specialties: specialties.map(({ topic, weight }) => ({ topicCode: topic, level: weight })),
  }
  return editableOf(sent, editable)
}
