import type { ReactNode } from 'react'

import styles from './Timeline.module.css'

/** What happened to a thing, and when. */
export interface TimelineEvent {
  key: string
  /** When, in words: `2026-11-23 09:30`. */
  at: string
  title: ReactNode
  detail?: ReactNode
}

/** The story of a thing, newest first. */
export function Timeline({ label, events }: { label: string; events: readonly TimelineEvent[] }) {
  return (
    <ol aria-label={label} className={styles['timeline']}>
      {events.map(({ key, at, title, detail }) => (
        <li key={key} className={styles['event']}>
          <p className={styles['at']}>{at}</p>
          <p className={styles['title']}>{title}</p>
          {detail && <div className={styles['detail']}>{detail}</div>}
        </li>
      ))}
    </ol>
  )
}
