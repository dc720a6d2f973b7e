import { Input } from 'antd'
import { useId } from 'react'

interface LabelledTextProps {
  label: string
  value: string
  onChange: (text: string) => void
  max: number
  required?: boolean
}

/** A few lines of text under their label, in dialogs. */
export function LabelledText({ label, value, onChange, max, required = false }: LabelledTextProps) {
  const id = useId()
  return (
    <div style={{ marginBottom: 12 }}>
      <label htmlFor={id}>
        {label}
        {!required && '（选填）'}
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={max}
        required={required}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
