import { graveReason } from '@sitai/rules/reason'
import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { useMay } from '../session/viewer.ts'
import { MaskedValue } from '../ui/MaskedValue.tsx'

const RevealSensitive = graphql(`
  mutation RevealSensitive($input: RevealSensitiveInput!) {
    revealSensitive(input: $input) { ...Refused ... on RevealedValue { value remaining } }
  }
`)

interface RevealValueProps {
  /** The practitioner or community. */
  of: string
  field: 'PHONE' | 'ID_NO'
  label: string
  masked: string | null | undefined
}

/** A masked number that is shown in full for a reason; each look is logged. */
export function RevealValue({ of, field, label, masked }: RevealValueProps) {
  const may = useMay('sensitive:reveal')
  const [reveal, revealing] = useAct(RevealSensitive)
  return (
    <MaskedValue
      label={label}
      masked={masked ?? null}
      refusal={may ? null : '当前身份不能查看完整号码。'}
      rule={graveReason}
      act={revealing}
      onReveal={async (reason) => (await reveal({ input: { id: of, field, reason } }))?.value ?? null}
    />
  )
}
