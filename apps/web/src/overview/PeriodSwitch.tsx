import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import {
  nextPeriod,
  type Period,
  type PeriodKind,
  periodKind,
  periodLabel,
  periodOf,
  periodRange,
  previousPeriod,
} from '@sitai/rules/periods'
import { Button } from 'antd'

import { Segmented } from '../ui/Segmented.tsx'
import styles from './PeriodSwitch.module.css'

interface PeriodSwitchProps {
  period: Period
  /** The last day that counts; a period that begins after it can't be chosen. */
  today: string
  onChange: (period: Period) => void
}

const kinds: { value: PeriodKind; label: string }[] = [
  { value: 'MONTH', label: '月' },
  { value: 'QUARTER', label: '季' },
  { value: 'HALF', label: '半年' },
  { value: 'YEAR', label: '年' },
]

/** Which month, quarter, half-year or year the page is about. */
export function PeriodSwitch({ period, today, onChange }: PeriodSwitchProps) {
  const { from, to } = periodRange(period)
  const next = nextPeriod(period)
  return (
    <div className={styles['switch']}>
      <Segmented<PeriodKind>
        label="统计期的长短"
        options={kinds}
        value={periodKind(period)}
        onChange={(kind) => onChange(periodOf(today < to && today >= from ? today : from, kind))}
      />
      <div className={styles['steps']}>
        <Button
          icon={<LeftOutlined aria-hidden="true" />}
          aria-label="上一期"
          onClick={() => onChange(previousPeriod(period))}
        />
        <strong className={styles['label']}>{periodLabel(period)}</strong>
        <Button
          icon={<RightOutlined aria-hidden="true" />}
          aria-label="下一期"
          disabled={periodRange(next).from > today}
          onClick={() => onChange(next)}
        />
      </div>
    </div>
  )
}
