import { graveReason } from '@sitai/rules/reason'
import { sanctionKinds } from '@sitai/rules/dictionaries'
import { Checkbox, Input, Select } from 'antd'

import type { SanctionKind } from '../../generated/gql/graphql.ts'
import type { WithRefusals } from '../act.ts'
import { ActDialog } from '../ActDialog.tsx'
import { graphql } from '../graphql.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { Field } from '../ui/Field.tsx'
import { ReasonField } from '../ui/ReasonField.tsx'
import { optionsOf } from '../ui/options.ts'

const AddSanction = graphql(`
  mutation AddSanction($input: AddSanctionInput!) { addSanction(input: $input) { ...Refused } }
`)

const LiftSanction = graphql(`
  mutation LiftSanction($input: LiftSanctionInput!) { liftSanction(input: $input) { ...Refused } }
`)

interface NewSanction {
  kind: SanctionKind
  validFrom: string
  validTo?: string
  blocksPairing: boolean
  reason: string
  documentNo?: string
}

export function SanctionDialog({ person }: { person: WithRefusals & { id: string } }) {
  return (
    <ActDialog
      act={AddSanction}
      on={person}
      label="登记惩戒"
      title="登记惩戒"
      submitLabel="登记"
      initialValues={{ blocksPairing: true }}
      input={(values: NewSanction) => ({ practitionerId: person.id, ...values })}
    >
      <Field<NewSanction> name="kind" label="惩戒类别" required>
        <Select options={optionsOf(sanctionKinds)} placeholder="请选择" />
      </Field>
      <Field<NewSanction> name="validFrom" label="起始日" required>
        <DateInput />
      </Field>
      <Field<NewSanction> name="validTo" label="期满日" hint="自期满日起不再计；不填为长期。">
        <DateInput />
      </Field>
      <Field<NewSanction> name="blocksPairing" label="结对限制" checkbox>
        <Checkbox>期内不得结对</Checkbox>
      </Field>
      <ReasonField<NewSanction> label="事由" rule={graveReason} />
      <Field<NewSanction> name="documentNo" label="文号">
        <Input maxLength={60} />
      </Field>
    </ActDialog>
  )
}

interface Lifting {
  on: string
  reason: string
}

export function LiftDialog({ person, sanctionId }: { person: WithRefusals; sanctionId: string }) {
  return (
    <ActDialog
      act={LiftSanction}
      on={person}
      label="解除"
      title="解除惩戒"
      button={{ type: 'link', size: 'small' }}
      formLabel="解除惩戒"
      input={(values: Lifting) => ({ id: sanctionId, ...values })}
    >
      <Field<Lifting> name="on" label="解除日" hint="自该日起不再计；记录保留。" required>
        <DateInput />
      </Field>
      <ReasonField<Lifting> label="原因" rule={graveReason} />
    </ActDialog>
  )
}
