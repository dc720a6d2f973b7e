import { communityInput } from '@sitai/rules/community'
import { communityFields } from '@sitai/rules/community.fields'
import { communityKinds } from '@sitai/rules/dictionaries'
import { Checkbox, Input, InputNumber, Select } from 'antd'

import type { CommunityFields } from '../../generated/gql/graphql.ts'
import { type WeighedTopic, WeighedTopics } from '../dictionaries/WeighedTopics.tsx'
import { graphql } from '../graphql.ts'
import { Field, fieldsOf } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { NumberInput } from '../ui/NumberInput.tsx'
import { optionsOf } from '../ui/options.ts'
import { emptied, passing } from '../ui/passing.ts'
import type { RefusalLike } from '../ui/refusal.ts'

/** What the form holds; the code only of a new one, `forgetPhone` only of one known. */
export interface CommunityValues extends Omit<CommunityFields, 'demands'> {
  code: string
  forgetPhone?: boolean
  demands?: WeighedTopic[]
}

const CommunityField = fieldsOf(communityFields)
const { code: _code, contactPhone: _phone, demands: _demands, ...plain } = communityFields

/** What the form shows of a community to be changed. */
export const CommunityForm_community = graphql(`
  fragment CommunityForm_community on Community {
    code
    name
    kind
    address
    lat
    lng
    population
    migrantPopulation
    contactName
    contactPhoneMasked
    officeHours
    visitRoom
    demands {
      topicCode
      weight
    }
  }
`)

interface CommunityFormProps {
  label: string
  submitLabel: string
  initialValues: Partial<CommunityValues>
  /** The telephone on record, masked; the code of someone known stays. */
  known?: { phone: string | null | undefined }
  act: { busy: boolean; refusal: RefusalLike | null; error: unknown }
  onSubmit: (values: CommunityValues) => unknown
  onCancel: () => void
  onDirty: (dirty: boolean) => void
  onReload?: () => void
}

const weights = [1, 2, 3, 4, 5].map((weight) => ({ value: weight, label: `权重 ${weight}` }))

/** The form of a community. */
export function CommunityForm({ known, act, onReload, ...form }: CommunityFormProps) {
  return (
    <Form<CommunityValues>
      {...form}
      {...act}
      schema={passing<CommunityValues>(communityInput)}
      {...(onReload && { onReload })}
    >
      <CommunityField name="code">
        <Input maxLength={12} inputMode="numeric" disabled={known !== undefined} />
      </CommunityField>
      <CommunityField name="name">
        <Input maxLength={40} />
      </CommunityField>
      <CommunityField name="kind">
        <Select options={optionsOf(communityKinds)} placeholder="请选择" />
      </CommunityField>
      <CommunityField name="address">
        <Input maxLength={100} />
      </CommunityField>
      <CommunityField name="lng">
        <InputNumber precision={6} style={{ width: 200 }} />
      </CommunityField>
      <CommunityField name="lat">
        <InputNumber precision={6} style={{ width: 200 }} />
      </CommunityField>
      <CommunityField name="population">
        <NumberInput unit="人" />
      </CommunityField>
      <CommunityField name="migrantPopulation">
        <NumberInput unit="人" />
      </CommunityField>
      <CommunityField name="contactName">
        <Input maxLength={30} />
      </CommunityField>
      <CommunityField name="contactPhone" hint={known?.phone ? `已登记 ${known.phone}，不改请留空。` : undefined}>
        <Input maxLength={30} autoComplete="off" inputMode="tel" />
      </CommunityField>
      {known?.phone && (
        <Field<CommunityValues> name="forgetPhone" label="删除号码" checkbox>
          <Checkbox>删除已登记的 {known.phone}</Checkbox>
        </Field>
      )}
      <CommunityField name="officeHours">
        <Input maxLength={100} placeholder="周一至周五 8:30—17:00" />
      </CommunityField>
      <CommunityField name="visitRoom">
        <Input maxLength={100} placeholder="一楼调解室" />
      </CommunityField>
      <CommunityField name="demands">
        <WeighedTopics label="法律需求" weights={weights} usual={3} />
      </CommunityField>
    </Form>
  )
}

/** What the API takes of the form: what was emptied is cleared, a telephone left empty stays as it is. */
export function sentCommunity(values: CommunityValues): CommunityFields {
  const { contactPhone, demands = [] } = values
  return {
    ...emptied<CommunityFields>(plain, { ...values, demands: null }),
    ...(values.forgetPhone ? { contactPhone: null } : contactPhone && { contactPhone }),
    demands: demands.map(({ topic, weight }) => ({ topicCode: topic, weight })),
  }
}
