import { type Month, shiftMonth } from '@sitai/rules/calendar'
import { periodLabel } from '@sitai/rules/periods'
import { Button } from 'antd'

import { Segmented } from '../ui/Segmented.tsx'
import { usePart } from '../ui/usePart.ts'
import styles from './DutiesBar.module.css'

// The firm's own page, the first of many phones, does without it.
const loadFirmSelect = () => import('../firms/FirmSelect.tsx').then((it) => it.FirmSelect)

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
  const { Part: FirmSelect, failed } = usePart(loadFirmSelect, withFirms)
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
        <span className={styles['firm']}>
          {FirmSelect && <FirmSelect label="全部机构" value={at.firm} onChange={(firm) => set({ firm })} width={240} />}
          {failed && <Button onClick={() => window.location.reload()}>按机构筛选没有载入，刷新页面</Button>}
        </span>
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
