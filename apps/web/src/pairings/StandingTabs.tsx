import { Radio } from 'antd'

import type { AdviserStanding } from '../../generated/gql/graphql.ts'
import { type FragmentType, graphql, readFragment } from '../graphql.ts'
import styles from './StandingTabs.module.css'

const StandingTabs_desk = graphql(`
  fragment StandingTabs_desk on PairingDesk {
    counts {
      standing
      label
      count
    }
  }
`)

interface StandingTabsProps {
  desk: FragmentType<typeof StandingTabs_desk>
  /** Empty for all. */
  value: AdviserStanding | ''
  onChange: (standing: AdviserStanding | '') => void
}

/** How many communities stand how; pressing one shows those. */
export function StandingTabs({ desk, value, onChange }: StandingTabsProps) {
  const { counts } = readFragment(StandingTabs_desk, desk)
  const all = counts.reduce((sum, it) => sum + it.count, 0)
  const options: { value: AdviserStanding | ''; label: string }[] = [
    { value: '', label: `全部 ${all}` },
    ...counts.map(({ standing, label, count }) => ({ value: standing, label: `${label} ${count}` })),
  ]
  const choose = (raw: unknown) => onChange(options.find((it) => it.value === raw)?.value ?? '')
  return (
    <div className={styles['tabs']}>
      <Radio.Group
        aria-label="顾问情况"
        optionType="button"
        buttonStyle="solid"
        value={value}
        options={options}
        onChange={({ target }) => choose(target.value)}
      />
    </div>
  )
}
