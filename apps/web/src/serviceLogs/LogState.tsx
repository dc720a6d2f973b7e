import { serviceLogMachine, type ServiceLogState } from '@sitai/rules/machines'

import { Tag, type Tone } from '../ui/Tag.tsx'

const tones: Readonly<Record<ServiceLogState, Tone>> = {
  DRAFT: 'plain',
  SUBMITTED: 'busy',
  CONFIRMED: 'good',
  RETURNED: 'warn',
  LOCKED: 'good',
  VOID: 'plain',
}

/** The state of a service log. */
export function LogState({ state }: { state: ServiceLogState }) {
  return <Tag tone={tones[state]}>{serviceLogMachine.labels[state]}</Tag>
}
