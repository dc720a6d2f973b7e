import { InputNumber } from 'antd'

interface NumberInputProps {
  value?: number | null
  onChange?: (value: number | null) => void
  id?: string
  /** What is counted: `人次`, `件`, `分钟`. */
  unit: string
  disabled?: boolean
  /** Digits after the point; none unless said. */
  decimals?: number
}

/** A number and its unit; in forms inside `Field`. It has no bounds: antd would quietly change 99 into 31 and save it. */
export function NumberInput({ unit, decimals = 0, ...rest }: NumberInputProps) {
  return (
    <InputNumber
      {...rest}
      precision={decimals}
      suffix={unit}
      inputMode="decimal"
      style={{ width: '100%', maxWidth: 240 }}
    />
  )
}
