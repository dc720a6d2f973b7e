import { type MonthStatus, monthStatusLabels } from '@sitai/rules/commitment'

import { Tag, type Tone } from '../ui/Tag.tsx'

const tones: Readonly<Record<MonthStatus, Tone>> = {
  RED: 'bad',
  YELLOW: 'warn',
  DUE: 'busy',
  MET: 'good',
  NOT_DUE: 'plain',
}

/** How a pairing stands in a month (BR-12). */
export function DutyState({ status }: { status: MonthStatus }) {
  return <Tag tone={tones[status]}>{monthStatusLabels[status]}</Tag>
}
