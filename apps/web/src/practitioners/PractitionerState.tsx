import { practitionerMachine, type PractitionerState as State } from '@sitai/rules/machines'

import { Tag, type Tone } from '../ui/Tag.tsx'

const tones: Readonly<Record<State, Tone>> = {
  PENDING_VERIFY: 'warn',
  ACTIVE: 'good',
  SUSPENDED: 'warn',
  CANCELLED: 'plain',
  TRANSFERRED_OUT: 'plain',
}

/** A practitioner's state in the bureau's word. */
export function PractitionerState({ status }: { status: State }) {
  return <Tag tone={tones[status]}>{practitionerMachine.labels[status]}</Tag>
}
