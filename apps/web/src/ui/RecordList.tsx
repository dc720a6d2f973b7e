import type { ReactNode } from 'react'

import styles from './RecordList.module.css'

interface RecordRow {
  key: string
  title: ReactNode
  text: ReactNode
  /** What can be done with this row. */
  action?: ReactNode
}

/** The few rows of a record's part, such as a person's assessments. */
export function RecordList({ label, rows, empty }: { label: string; rows: readonly RecordRow[]; empty: ReactNode }) {
  if (rows.length === 0) return empty
  return (
    <ul aria-label={label} className={styles['list']}>
      {rows.map(({ key, title, text, action }) => (
        <li key={key} className={styles['row']}>
          <span className={styles['title']}>{title}</span>
          <span className={styles['text']}>{text}</span>
          {action && <span className={styles['action']}>{action}</span>}
        </li>
      ))}
    </ul>
  )
}
