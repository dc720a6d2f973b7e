import type { ReactNode } from 'react'

import { cx } from './cx.ts'
import styles from './Tag.module.css'

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'busy'

/** A state in a word; the tone only underlines what the word says. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={cx(styles['tag'], tone !== 'plain' && styles[tone])}>{children}</span>
}
