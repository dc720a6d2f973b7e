import type { ReactNode } from 'react'

import styles from './Message.module.css'

interface EmptyMessageProps {
  /** What there is none of, e.g. `没有符合条件的律师`. */
  title: string
  /** Why, or what to do about it. */
  description?: ReactNode
  /** The act that would change it. */
  action?: ReactNode
}

/** In place of a list or figure that is empty: says so in words, never a blank. */
export function EmptyMessage({ title, description, action }: EmptyMessageProps) {
  return (
    <div className={styles['message']}>
      <p className={styles['title']}>{title}</p>
      {description && <p className={styles['text']}>{description}</p>}
      {action}
    </div>
  )
}
