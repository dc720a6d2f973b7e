import { Tag } from 'antd'

import type { AdviserStanding, PairingStatus } from '../../generated/gql/graphql.ts'

const colours: Readonly<Record<PairingStatus, string>> = {
  PROPOSED: 'default',
  CONFIRMED: 'blue',
  ACTIVE: 'green',
  PAUSED: 'gold',
  ENDED: 'default',
  TERMINATED: 'red',
  RENEWED: 'default',
  REJECTED: 'default',
}

/** The state of a pairing, in the bureau's word; the colour only helps the eye. */
export function StateTag({ status, label }: { status: PairingStatus; label: string }) {
  return <Tag color={colours[status]}>{label}</Tag>
}

const urgencies: Readonly<Record<AdviserStanding, string>> = {
  VACANT: 'red',
  EXPIRING: 'gold',
  PAUSED: 'gold',
  COMING: 'blue',
  HELD: 'green',
}

/** How a community's lead seat stands. */
export function StandingTag({ standing, label }: { standing: AdviserStanding; label: string }) {
  return <Tag color={urgencies[standing]}>{label}</Tag>
}
