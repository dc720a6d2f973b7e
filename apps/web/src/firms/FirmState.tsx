import { firmMachine, type FirmState as State } from '@sitai/rules/machines'

import { StateTag } from '../ui/StateTag.tsx'

/** A firm's state in the bureau's word. */
export function FirmState({ status }: { status: State }) {
  const tone = status === 'ACTIVE' ? 'good' : status === 'SUSPENDED' ? 'wait' : 'off'
  return <StateTag label={firmMachine.labels[status]} tone={tone} />
}
