import { DatePicker } from 'antd'

import { dayjs } from './dayjs.ts'

interface DateInputProps {
  /** A day as `2026-11-23` (or a month as `2026-11`); undefined or empty for none. The form gives it. */
  value?: string
  onChange?: (value: string | undefined) => void
  id?: string
  /** The earliest and latest that can be chosen, both included. */
  min?: string
  max?: string
  disabled?: boolean
  status?: 'error' | ''
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}

/** A day, chosen or typed; in forms inside `Field`. */
export function DateInput(props: DateInputProps) {
  return <Picker {...props} picker="date" format="YYYY-MM-DD" />
}

/** A month. */
export function MonthInput(props: DateInputProps) {
  return <Picker {...props} picker="month" format="YYYY-MM" />
}

function Picker({
  value,
  onChange,
  min,
  max,
  format,
  ...rest
}: DateInputProps & { picker: 'date' | 'month'; format: string }) {
  return (
    <DatePicker
      {...rest}
      style={{ width: '100%', maxWidth: 240 }}
      format={format}
      value={value ? dayjs(value) : null}
      {...(min && { minDate: dayjs(min) })}
      {...(max && { maxDate: dayjs(max) })}
      // Enter takes the typed day; it does not hand in the form around it.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      onChange={(day) => onChange?.(day ? day.format(format) : undefined)}
    />
  )
}
