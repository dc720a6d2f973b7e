import { type Month, shiftMonth } from '@sitai/rules/calendar'
import { periodLabel } from '@sitai/rules/periods'
import { Button, Segmented } from 'antd'

import { FilterSelect } from '../ui/FilterSelect.tsx'
import styles from './DutiesBar.module.css'

interface Choices {
  month: string
  firm: string
  look: 'list' | 'calendar'
}

interface DutiesBarProps {
  month: Month
  /** The running month. */
  now: Month
  at: Choices
  /** To choose from; none when the viewer sees one firm only. */
  firms: readonly { id: string; name: string }[]
  set: (patch: Partial<Choices>) => void
}

/** Which month, whose, and in which look. */
export function DutiesBar({ month, now, at, firms, set }: DutiesBarProps) {
  return (
    <div className={styles['bar']}>
      <Button aria-label="上个月" onClick={() => set({ month: shiftMonth(month, -1) })}>
        ‹
      </Button>
      <strong className={styles['month']} role="status">
        {periodLabel(month)}
      </strong>
      <Button aria-label="下个月" onClick={() => set({ month: shiftMonth(month, 1) })}>
        ›
      </Button>
      {month !== now && (
        <Button type="link" onClick={() => set({ month: '' })}>
          本月
        </Button>
      )}
      {firms.length > 0 && (
        <FilterSelect
          label="机构"
          value={at.firm}
          options={firms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(firm) => set({ firm })}
          width={240}
        />
      )}
      <Segmented
        className={styles['look'] ?? ''}
        value={at.look}
        options={[
          { value: 'list', label: '名单' },
          { value: 'calendar', label: '月历' },
        ]}
        onChange={(look) => set({ look: look === 'calendar' ? 'calendar' : 'list' })}
      />
    </div>
  )
}
