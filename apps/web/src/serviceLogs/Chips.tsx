import { useId } from 'react'

import { cx } from '../ui/cx.ts'
import styles from './Chips.module.css'

interface ChipsProps {
  legend: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  /** Why the choice does not do. */
  problem?: string | undefined
}

/** One of a few choices, each a finger wide: radio buttons that look like chips. */
export function Chips({ legend, value, options, onChange, problem }: ChipsProps) {
  const id = useId()
  return (
    <fieldset className={styles['chips']} aria-describedby={`${id}-problem`}>
      <legend className={styles['legend']}>{legend}</legend>
      <div className={styles['row']}>
        {options.map((it) => (
          <label key={it.value} className={cx(styles['chip'], it.value === value && styles['chosen'])}>
            <input
              type="radio"
              className={styles['input']}
              name={id}
              value={it.value}
              checked={it.value === value}
              onChange={() => onChange(it.value)}
            />
            {it.label}
          </label>
        ))}
      </div>
      <p id={`${id}-problem`} className="field-error">
        {problem}
      </p>
    </fieldset>
  )
}
