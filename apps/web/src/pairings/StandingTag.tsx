import type { AdviserStanding } from '../../generated/gql/graphql.ts'
import { Tag, type Tone } from '../ui/Tag.tsx'

const tones: Readonly<Record<AdviserStanding, Tone>> = {
  VACANT: 'bad',
  EXPIRING: 'warn',
  PAUSED: 'warn',
  COMING: 'busy',
  HELD: 'good',
}

/** How a community's lead seat stands. */
export function StandingTag({ standing, label }: { standing: AdviserStanding; label: string }) {
  return <Tag tone={tones[standing]}>{label}</Tag>
}
