import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'

import { cx } from './cx.ts'
import styles from './PrintFrame.module.css'

interface PrintFrameProps {
  title: string
  /** When the figures were true. */
  asOf: string
  /** Who prints it, with the role: it stands at the foot of the paper. */
  printedBy: string
  /** Lays the sheet on its side, for tables with many columns. */
  wide?: boolean
  children: ReactNode
}

/** What is printed of a page: on A4, with its title, date and printer. On the screen it shows its content only. */
export function PrintFrame({ title, asOf, printedBy, wide = false, children }: PrintFrameProps) {
  useEffect(() => {
    if (!wide) return
    // The whole of it: where the kind of sheet changes, paper breaks.
    document.body.classList.add(cx(styles['wide']))
    return () => document.body.classList.remove(cx(styles['wide']))
  }, [wide])
  return (
    <div className={styles['frame']}>
      <header className={styles['head']} aria-hidden="true">
        <p className={styles['title']}>{title}</p>
        <p>截至 {asOf}</p>
      </header>
      {children}
      <footer className={styles['foot']} aria-hidden="true">
        打印人：{printedBy}
      </footer>
    </div>
  )
}

/** Prints what the page shows. */
export function PrintButton() {
  return (
    <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
      打印
    </Button>
  )
}
