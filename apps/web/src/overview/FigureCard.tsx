import { InfoCircleOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import type { ReactNode } from 'react'

import { cx } from '../ui/cx.ts'
import styles from './FigureCard.module.css'
import type { Comparison } from './words.ts'

/** One line under the number: what it is compared with, and how. */
export interface ComparisonLine {
  label: string
  comparison: Comparison | null
}

interface FigureCardProps {
  label: string
  /** What exactly is counted; behind the ⓘ. */
  definition: string
  /** Null when there is nothing to show yet. */
  value: ReactNode | null
  unit: string
  /** Numerator and denominator, or what else belongs to the number. */
  detail?: ReactNode
  /** Why there is no value. */
  missing?: string
  comparisons: readonly ComparisonLine[]
}

/** One figure: the number that opens its facts, what it is made of, against before. */
export function FigureCard({ label, definition, value, unit, detail, missing = '暂无', comparisons }: FigureCardProps) {
  return (
    <section className={styles['card']} aria-label={label}>
      <header className={styles['head']}>
        <h2 className={styles['label']}>{label}</h2>
        <Definition label={label} text={definition} />
      </header>
      <p className={styles['value']}>
        {value === null ? <span className={styles['missing']}>{missing}</span> : value}
        {value !== null && <span className={styles['unit']}>{unit}</span>}
      </p>
      {detail && <p className={styles['detail']}>{detail}</p>}
      <dl className={styles['comparisons']}>
        {comparisons.map(({ label: against, comparison }) => (
          <div key={against}>
            <dt>{against}</dt>
            <dd className={cx(styles[comparison?.tone ?? 'even'])}>{comparison?.text ?? '无可比数'}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The ⓘ: how a figure is counted. */
export function Definition({ label, text }: { label: string; text: string }) {
  return (
    <Popover trigger="click" title={`${label}怎么算`} content={<p className={styles['definition']}>{text}</p>}>
      <Button
        type="text"
        size="small"
        className={cx(styles['info'])}
        icon={<InfoCircleOutlined aria-hidden="true" />}
        aria-label={`${label}怎么算`}
      />
    </Popover>
  )
}
