import type { ReactNode } from 'react'

import styles from './StatCard.module.css'

interface StatCardProps {
  label: string
  /** As it is to be read, e.g. `1,284`; null when there is nothing to count yet. */
  value: string | null
  unit: string
  /** Against the last period: `较上月 +12`; the direction is said in words and sign, never by colour alone. */
  comparison?: { text: string; tone: 'good' | 'bad' | 'even' }
  /** Wraps the number in a link to the facts it counts: `(it) => <Link to={…}>{it}</Link>`. */
  open?: (number: ReactNode) => ReactNode
}

/** One figure: what it counts, how many, against before; opens what it counts. */
export function StatCard({ label, value, unit, comparison, open = (it) => it }: StatCardProps) {
  return (
    <section className={styles['card']} aria-label={label}>
      <p className={styles['label']}>{label}</p>
      <p className={styles['value']}>
        {value === null ? <span className={styles['none']}>暂无</span> : open(<strong>{value}</strong>)}
        {value !== null && <span className={styles['unit']}>{unit}</span>}
      </p>
      {comparison && <p className={styles[comparison.tone]}>{comparison.text}</p>}
    </section>
  )
}

/** The cards of a page side by side, as many to a row as fit. */
export function StatCards({ children }: { children: ReactNode }) {
  return <div className={styles['cards']}>{children}</div>
}
