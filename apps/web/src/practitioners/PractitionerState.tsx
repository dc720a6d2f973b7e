import { practitionerMachine, type PractitionerState as State } from '@sitai/rules/machines'

import { StateTag } from '../ui/StateTag.tsx'

/** A practitioner's state in the bureau's word. */
export function PractitionerState({ status }: { status: State }) {
  const tone = status === 'ACTIVE' ? 'good' : status === 'PENDING_VERIFY' || status === 'SUSPENDED' ? 'wait' : 'off'
  return <StateTag label={practitionerMachine.labels[status]} tone={tone} />
}
