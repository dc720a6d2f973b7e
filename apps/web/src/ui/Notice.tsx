import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

import { cx } from './cx.ts'
import styles from './Notice.module.css'

interface NoticeProps {
  title: string
  text: string
  /** Nothing of the page can be pressed before it. */
  over?: boolean
  /** Its buttons. */
  children: ReactNode
}

/** A word over the page, for what even the page's dialogs may be missing for. */
export function Notice({ title, text, over, children }: NoticeProps) {
  return createPortal(
    <div className={cx(styles['place'], over && styles['over'])}>
      <div role="alertdialog" aria-modal={over === true} aria-label={title} className={styles['notice']}>
        <h2 className={styles['title']}>{title}</h2>
        <p className={styles['text']}>{text}</p>
        <div className={styles['buttons']}>{children}</div>
      </div>
    </div>,
    document.body,
  )
}
