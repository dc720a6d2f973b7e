import { plainReason } from '@sitai/rules/reason'

import { ActDialog } from '../ActDialog.tsx'
import { FirmSelect } from '../firms/FirmSelect.tsx'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import { today } from '../today.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { Field } from '../ui/Field.tsx'
import { ReasonField } from '../ui/ReasonField.tsx'

const TransferDialog_practitioner = graphql(`
  fragment TransferDialog_practitioner on Practitioner {
    id
    name
    version
    status
    refusals { act message }
    firm { id name }
  }
`)

const TransferPractitioner = graphql(`
  mutation TransferPractitioner($input: TransferPractitionerInput!) {
    transferPractitioner(input: $input) { ...Refused }
  }
`)

interface Values {
  firmId: string
  on: string
  reason: string
}

/** To another firm from a day on: what was done before stays the old firm's. */
export function TransferDialog({ practitioner }: { practitioner: FragmentType<typeof TransferDialog_practitioner> }) {
  const person = readFragment(TransferDialog_practitioner, practitioner)
  return (
    <ActDialog
      act={TransferPractitioner}
      on={person}
      refusal={person.status === 'CANCELLED' ? '已注销的人员不能转所。' : null}
      label="转所"
      title={`${person.name}转所`}
      initialValues={{ on: today() }}
      input={(values: Values) => ({ id: person.id, expectedVersion: person.version, ...values })}
      toast="已转所"
    >
      <p>现执业机构：{person.firm?.name ?? '无'}。转所日之前的驻点和日志仍归原机构，此后的归新机构；结对照旧。</p>
      <Field<Values> name="firmId" label="转入机构" required>
        <FirmSelect states={['ACTIVE']} except={person.firm?.id} />
      </Field>
      <Field<Values> name="on" label="转所日期" hint="自该日起在新机构执业。" required>
        <DateInput max={today()} />
      </Field>
      <ReasonField<Values> label="原因" rule={plainReason} />
    </ActDialog>
  )
}
