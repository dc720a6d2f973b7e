import { Button } from 'antd'

import styles from './Message.module.css'

interface ErrorMessageProps {
  /** What happened; left out where the page's own title says it. */
  title?: string
  description: string
  busy?: boolean
  onRetry: () => void
}

/** In place of content that could not be had: what happened, what to do, a way to try again. */
export function ErrorMessage({ title, description, busy = false, onRetry }: ErrorMessageProps) {
  return (
    <div className={styles['message']} role="alert">
      {title && <h2 className={styles['title']}>{title}</h2>}
      <p className={styles['text']}>{description}</p>
      <Button type="primary" loading={busy} onClick={onRetry}>
        重试
      </Button>
    </div>
  )
}
