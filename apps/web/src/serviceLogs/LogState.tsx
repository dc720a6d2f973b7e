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

/** The state of a service log, and that it may be there twice. */
export function LogState({ state, warnings = [] }: { state: ServiceLogState; warnings?: readonly string[] }) {
  return (
    <>
      <Tag tone={tones[state]}>{serviceLogMachine.labels[state]}</Tag>{' '}
      {warnings.length > 0 && state !== 'VOID' && <Tag tone="warn">疑似重复</Tag>}
    </>
  )
}
