import type { ReactElement, ReactNode } from 'react'

import { cx } from './cx.ts'
import styles from './Page.module.css'
import { useTitle } from './useTitle.ts'

interface PageProps {
  title: string
  /** The way back up: links, the page itself left out. */
  breadcrumb?: readonly ReactElement[]
  /** What one can do here; the main act last. */
  actions?: ReactNode
  /** When the figures on the page were true, e.g. `2026-11-23 16:05`. */
  asOf?: string
  /** A word beside the title, such as a state. */
  badge?: ReactNode
  /** Prints through a PrintFrame, whose title stands in place of the page's own on paper. */
  framed?: boolean
  /** `form` keeps lines short for reading and filling in. */
  width?: 'full' | 'form'
  children: ReactNode
}

/** Every page: its name (also in the browser's tab), the way back, its acts, its content. */
export function Page({
  title,
  breadcrumb = [],
  actions,
  asOf,
  badge,
  framed = false,
  width = 'full',
  children,
}: PageProps) {
  useTitle(title)
  return (
    <article className={width === 'form' ? styles['form'] : styles['full']}>
      {breadcrumb.length > 0 && (
        <nav aria-label="上级页面">
          <ol className={styles['breadcrumb']}>
            {breadcrumb.map((link) => (
              <li key={link.key}>{link}</li>
            ))}
          </ol>
        </nav>
      )}
      <header className={cx(styles['head'], framed && styles['framed'])}>
        <h1 className={styles['title']}>{title}</h1>
        {badge}
        {asOf && <p className={styles['asOf']}>截至 {asOf}</p>}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </article>
  )
}
