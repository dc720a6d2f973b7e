import { Tag } from 'antd'

interface StateTagProps {
  label: string
  /** `good`: as it should be; `wait`: something is to be done; `off`: out of use. */
  tone: 'good' | 'wait' | 'off'
}

const colors = { good: 'success', wait: 'warning', off: 'default' } as const

/** The state of a record in a word; the word alone tells it, the colour helps. */
export function StateTag({ label, tone }: StateTagProps) {
  return <Tag color={colors[tone]}>{label}</Tag>
}
