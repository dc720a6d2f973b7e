import { type Month, shiftMonth } from '@sitai/rules/calendar'
import { periodLabel } from '@sitai/rules/periods'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'

import { Segmented } from '../ui/Segmented.tsx'
import styles from './DutiesBar.module.css'

// The firm's own page, the first of many phones, does without it.
const FirmSelect = lazy(() => import('../firms/FirmSelect.tsx').then((it) => ({ default: it.FirmSelect })))

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
  /** Whether the viewer sees several firms and may choose one. */
  withFirms: boolean
  set: (patch: Partial<Choices>) => void
}

/** Which month, whose, and in which look. */
export function DutiesBar({ month, now, at, withFirms, set }: DutiesBarProps) {
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
      {withFirms && (
        <Suspense fallback={<span className={styles['firm']} />}>
          <FirmSelect label="全部机构" value={at.firm} onChange={(firm) => set({ firm })} width={240} />
        </Suspense>
      )}
      <div className={styles['look']}>
        <Segmented<Choices['look']>
          label="名单或月历"
          value={at.look}
          options={[
            { value: 'list', label: '名单' },
            { value: 'calendar', label: '月历' },
          ]}
          onChange={(look) => set({ look })}
        />
      </div>
    </div>
  )
}
