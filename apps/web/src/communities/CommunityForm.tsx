import { communityInput } from '@sitai/rules/community'
import { communityKinds } from '@sitai/rules/dictionaries'
import { Checkbox, Input, InputNumber, Select } from 'antd'

import type { CommunityFields, CommunityKind } from '../../generated/gql/graphql.ts'
import { type WeighedTopic, WeighedTopics } from '../dictionaries/WeighedTopics.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { NumberInput } from '../ui/NumberInput.tsx'
import { optionsOf } from '../ui/options.ts'
import { emptied, passing } from '../ui/passing.ts'
import type { RefusalLike } from '../ui/refusal.ts'

export interface CommunityValues {
  code: string
  name: string
  kind: CommunityKind
  address?: string | null
  lng?: number | null
  lat?: number | null
  population?: number | null
  migrantPopulation?: number | null
  contactName?: string | null
  contactPhone?: string
  forgetPhone?: boolean
  officeHours?: string | null
  visitRoom?: string | null
  demands?: WeighedTopic[]
}

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
      <Field<CommunityValues>
        name="code"
        label="社区区划代码"
        hint="12 位统计用区划代码，前 9 位是街道；登记后不能修改。"
        required
      >
        <Input maxLength={12} inputMode="numeric" disabled={known !== undefined} />
      </Field>
      <Field<CommunityValues> name="name" label="社区名称" required>
        <Input maxLength={40} />
      </Field>
      <Field<CommunityValues> name="kind" label="社区类型" required>
        <Select options={optionsOf(communityKinds)} placeholder="请选择" />
      </Field>
      <Field<CommunityValues> name="address" label="地址">
        <Input maxLength={100} />
      </Field>
      <Field<CommunityValues> name="lng" label="经度" hint="例如 121.5501；经度和纬度应同时填写。">
        <InputNumber precision={6} style={{ width: 200 }} />
      </Field>
      <Field<CommunityValues> name="lat" label="纬度" hint="例如 29.8703。">
        <InputNumber precision={6} style={{ width: 200 }} />
      </Field>
      <Field<CommunityValues> name="population" label="常住人口">
        <NumberInput unit="人" />
      </Field>
      <Field<CommunityValues> name="migrantPopulation" label="外来人口">
        <NumberInput unit="人" />
      </Field>
      <Field<CommunityValues> name="contactName" label="联系人">
        <Input maxLength={30} />
      </Field>
      <Field<CommunityValues>
        name="contactPhone"
        label="联系电话"
        hint={known?.phone ? `已登记 ${known.phone}，不改请留空。` : '加密保存，只显示掩码。'}
      >
        <Input maxLength={30} autoComplete="off" inputMode="tel" />
      </Field>
      {known?.phone && (
        <Field<CommunityValues> name="forgetPhone" label="删除号码" checkbox>
          <Checkbox>删除已登记的 {known.phone}</Checkbox>
        </Field>
      )}
      <Field<CommunityValues> name="officeHours" label="接待时间">
        <Input maxLength={100} placeholder="周一至周五 8:30—17:00" />
      </Field>
      <Field<CommunityValues> name="visitRoom" label="驻点场所">
        <Input maxLength={100} placeholder="一楼调解室" />
      </Field>
      <Field<CommunityValues> name="demands" label="法律需求">
        <WeighedTopics label="法律需求" weights={weights} usual={3} />
      </Field>
    </Form>
  )
}

/** What the API takes of the form: what was emptied is cleared, a telephone left empty stays as it is. */
export function communityFields(values: CommunityValues): CommunityFields {
  const { name, kind, address, lng, lat, population, migrantPopulation, contactName, officeHours, visitRoom } = values
  return {
    ...emptied({ name, kind, address, lng, lat, population, migrantPopulation, contactName, officeHours, visitRoom }),
    ...(values.forgetPhone ? { contactPhone: null } : values.contactPhone && { contactPhone: values.contactPhone }),
    demands: (values.demands ?? []).map(({ topic, weight }) => ({ topicCode: topic, weight })),
  }
}
