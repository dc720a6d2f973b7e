import { Input } from 'antd'
import { addDays } from '@sitai/rules/calendar'

import { ActDialog } from '../ActDialog.tsx'
import { graphql } from '../graphql.ts'
import { DateInput } from '../ui/DateInput.tsx'
import { DictSelect } from '../ui/DictSelect.tsx'
import { Field } from '../ui/Field.tsx'
import type { ActOn, Defaults } from './PairingActs.tsx'

const TerminatePairing = graphql(`
  mutation TerminatePairing($input: TerminatePairingInput!) { terminatePairing(input: $input) { ...Refused } }
`)

interface Values {
  ground: string
  effectiveOn: string
  note?: string
}

/** Why and from which day somebody is dismissed (BR-09). */
export function TerminateDialog({ pairing, which, pair, defaults }: ActOn & { pair: string; defaults: Defaults }) {
  return (
    <ActDialog
      act={TerminatePairing}
      on={pairing}
      label="解聘"
      title={`解聘${pair}的结对`}
      button={{ danger: true }}
      width={560}
      initialValues={{ effectiveOn: defaults.today }}
      input={({ note, ...values }: Values) => ({ ...which, ...values, note: note ?? null })}
      toast="已办理解聘"
    >
      <p>自生效日起席位空出，之后已计划的驻点会取消，社区回到结对工作台。此步不能恢复。</p>
      <Field<Values> name="ground" label="解聘事由" required>
        <DictSelect options={defaults.grounds} />
      </Field>
      <Field<Values> name="effectiveOn" label="解聘生效日" hint="不再担任顾问的第一天；可以是将来的一天。" required>
        <DateInput min={pairing.termFrom} max={addDays(pairing.endsOn, -1)} />
      </Field>
      <Field<Values> name="note" label="说明">
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </ActDialog>
  )
}
