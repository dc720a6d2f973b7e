import { Alert, Input } from 'antd'

import { ActDialog } from '../ActDialog.tsx'
import { graphql } from '../graphql.ts'
import { paths } from '../paths.ts'
import { DictSelect } from '../ui/DictSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { NumberInput } from '../ui/NumberInput.tsx'
import { useGoOn } from '../useGoOn.ts'
import type { ActOn, Defaults } from './PairingActs.tsx'
import { termEnd, termText } from './term.ts'

const RenewPairing = graphql(`
  mutation RenewPairing($input: RenewPairingInput!) { renewPairing(input: $input) { ...Refused ... on Pairing { id } } }
`)

interface Values {
  years: string
  visits: number
  approval?: string
  note?: string
}

/** The term that follows: from the end of this one, for so many years (BR-06, BR-10). */
export function RenewDialog({ pairing, which, defaults }: ActOn & { defaults: Defaults }) {
  const goOn = useGoOn()
  const terms = Array.from({ length: defaults.maxTermYears }, (_, index) => ({
    code: String(index + 1),
    label: `${index + 1} 年（${termText(pairing.endsOn, termEnd(pairing.endsOn, index + 1))}）`,
  }))
  return (
    <ActDialog
      act={RenewPairing}
      on={pairing}
      label="续聘"
      title={`续聘${pairing.practitioner.name}`}
      button={{ type: 'primary' }}
      width={560}
      initialValues={{ years: String(Math.min(2, defaults.maxTermYears)), visits: pairing.visitsPerMonth }}
      input={({ years, visits, approval, note }: Values) => ({
        ...which,
        termTo: termEnd(pairing.endsOn, Number(years)),
        visitsPerMonth: visits,
        approval: approval ?? null,
        note: note ?? null,
      })}
      toast="已办续聘"
      onDone={({ id }) => goOn(paths.pairing(id))}
    >
      <Alert
        type="info"
        showIcon
        title={`新聘期自 ${pairing.endsOn} 起，与本期相接；本期照常履职到届满。`}
        style={{ marginBottom: 16 }}
      />
      <Field<Values> name="years" label="新聘期" required>
        <DictSelect options={terms} />
      </Field>
      <Field<Values> name="visits" label="每月驻点次数" required>
        <NumberInput unit="次" />
      </Field>
      <Field<Values>
        name="approval"
        label="领导批准意见"
        hint={`同一社区连任满 ${defaults.rotationTerms} 届的，须填写。`}
      >
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
      <Field<Values> name="note" label="说明">
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </ActDialog>
  )
}
