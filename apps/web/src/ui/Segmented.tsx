import { useId } from 'react'

import { cx } from './cx.ts'
import styles from './Segmented.module.css'

interface SegmentedProps<Value extends string> {
  /** What is chosen, to a screen reader. */
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** A switch between a few views of the same thing. */
export function Segmented<Value extends string>({ label, value, options, onChange }: SegmentedProps<Value>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={styles['switch']}>
      {options.map((it) => (
        <label key={it.value} className={cx(styles['option'], it.value === value && styles['chosen'])}>
          <input
            type="radio"
            className={styles['input']}
            name={name}
            checked={it.value === value}
            onChange={() => onChange(it.value)}
          />
          {it.label}
        </label>
      ))}
    </div>
  )
}
