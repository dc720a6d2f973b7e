import { firmMachine, type FirmState as State } from '@sitai/rules/machines'

import { Tag, type Tone } from '../ui/Tag.tsx'

const tones: Readonly<Record<State, Tone>> = { ACTIVE: 'good', SUSPENDED: 'warn', CANCELLED: 'plain' }

/** A firm's state in the bureau's word. */
export function FirmState({ status }: { status: State }) {
  return <Tag tone={tones[status]}>{firmMachine.labels[status]}</Tag>
}
