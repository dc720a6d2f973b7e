import type { ReactNode } from 'react'

import styles from './Facts.module.css'

/** One thing known of a record; null stands for "not filled in". */
export interface Fact {
  label: string
  value: ReactNode
}

/** A field of a record with its value, under the name the rules give it. */
export function fact({ label }: { readonly label: string }, value: ReactNode): Fact {
  return { label, value: value ?? null }
}

/** What is known of a record: labels and values, two or three to a row where there is room. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles['facts']}>
      {facts.map(({ label, value }) => (
        <div key={label} className={styles['fact']}>
          <dt>{label}</dt>
          <dd>{value ?? '未填'}</dd>
        </div>
      ))}
    </dl>
  )
}
