import { type ReactNode, useId } from 'react'

import styles from './Section.module.css'

interface SectionProps {
  title: string
  actions?: ReactNode
  children: ReactNode
}

/** One part of a page, on white, under its own heading. */
export function Section({ title, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          {title}
        </h2>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}
