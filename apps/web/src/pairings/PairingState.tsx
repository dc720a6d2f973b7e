import type { PairingStatus } from '../../generated/gql/graphql.ts'
import { Tag, type Tone } from '../ui/Tag.tsx'

const tones: Readonly<Record<PairingStatus, Tone>> = {
  PROPOSED: 'plain',
  CONFIRMED: 'busy',
  ACTIVE: 'good',
  PAUSED: 'warn',
  ENDED: 'plain',
  TERMINATED: 'bad',
  RENEWED: 'plain',
  REJECTED: 'plain',
}

/** The state of a pairing, in the bureau's word; the colour only helps the eye. */
export function PairingState({ status, label }: { status: PairingStatus; label: string }) {
  return <Tag tone={tones[status]}>{label}</Tag>
}
