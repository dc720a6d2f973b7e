import { Tag } from './Tag.tsx'

interface StateTagProps {
  label: string
  /** `good`: as it should be; `wait`: something is to be done; `off`: out of use. */
  tone: 'good' | 'wait' | 'off'
}

const tones = { good: 'good', wait: 'warn', off: 'plain' } as const

/** The state of a record in a word; the word alone tells it, the colour helps. */
export function StateTag({ label, tone }: StateTagProps) {
  return <Tag tone={tones[tone]}>{label}</Tag>
}
