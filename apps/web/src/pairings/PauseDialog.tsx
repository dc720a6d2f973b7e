import { Input } from 'antd'

import { ActDialog } from '../ActDialog.tsx'
import { graphql } from '../graphql.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { Field } from '../ui/Field.tsx'
import type { ActOn } from './PairingActs.tsx'

const PausePairing = graphql(`
  mutation PausePairing($input: PausePairingInput!) { pausePairing(input: $input) { ...Refused } }
`)

interface Values {
  from: string
  reason: string
}

/** From which day a pairing rests, and why. */
export function PauseDialog({ pairing, which, pair, today }: ActOn & { pair: string; today: string }) {
  return (
    <ActDialog
      act={PausePairing}
      on={pairing}
      label="暂停"
      title={`暂停${pair}的结对`}
      width={560}
      formLabel="暂停结对"
      initialValues={{ from: today }}
      input={(values: Values) => ({ ...which, ...values })}
      toast="已暂停"
    >
      <p>暂停期间不计每月应到；已计划的驻点会取消，首席席位仍保留。</p>
      <Field<Values> name="from" label="暂停首日" required>
        <DateInput min={pairing.termFrom} max={today} />
      </Field>
      <Field<Values> name="reason" label="原因" required>
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Field>
    </ActDialog>
  )
}
