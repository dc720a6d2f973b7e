import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber } from 'antd'
import { useId } from 'react'

import styles from './Stepper.module.css'

interface StepperProps {
  label: string
  unit: string
  value: number
  onChange: (value: number) => void
  problem?: string | undefined
}

/** A count with a minus and a plus that a thumb can hit; typed as well. */
export function Stepper({ label, unit, value, onChange, problem }: StepperProps) {
  const id = useId()
  return (
    <div className={styles['stepper']}>
      <label htmlFor={id} className={styles['label']}>
        {label}（{unit}）
      </label>
      <div className={styles['row']}>
        <Button
          aria-label={`${label}减一`}
          icon={<MinusOutlined aria-hidden="true" />}
          disabled={value <= 0}
          onClick={() => onChange(value - 1)}
        />
        <InputNumber
          id={id}
          className={styles['input'] ?? ''}
          min={0}
          max={100_000}
          precision={0}
          inputMode="numeric"
          controls={false}
          value={value}
          status={problem ? 'error' : ''}
          aria-describedby={`${id}-problem`}
          onChange={(typed) => onChange(typed ?? 0)}
        />
        <Button
          aria-label={`${label}加一`}
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => onChange(value + 1)}
        />
      </div>
      <p id={`${id}-problem`} className="field-error">
        {problem}
      </p>
    </div>
  )
}
