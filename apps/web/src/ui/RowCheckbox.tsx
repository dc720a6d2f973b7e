import styles from './RowCheckbox.module.css'

interface RowCheckboxProps {
  label: string
  checked: boolean
  /** Some of what it stands for is chosen, not all. */
  mixed?: boolean
  onChange: () => void
}

/** The box that chooses a row of a list. */
export function RowCheckbox({ label, checked, mixed = false, onChange }: RowCheckboxProps) {
  return (
    <label className={styles['box']}>
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        ref={(element) => {
          if (element) element.indeterminate = mixed
        }}
        onChange={onChange}
      />
    </label>
  )
}
