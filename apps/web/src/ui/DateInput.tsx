import { isLocalDate, isMonth, readDate, readMonth } from '@sitai/rules/calendar'
import { DatePicker, Form } from 'antd'
import {
  type ComponentProps,
  type FocusEvent,
  isValidElement,
  type KeyboardEvent,
  type ReactElement,
  useState,
} from 'react'

import { dayForms, dayjs, monthForms } from './dayjs.ts'

interface DateInputProps {
  /** A day as `2026-11-23` (or a month as `2026-11`); undefined or empty for none. The form gives it. */
  value?: string
  /** A text that is no day comes as it was typed: whoever takes it says so (`Field` does). */
  onChange?: (value: string | undefined) => void
  onBlur?: (event: FocusEvent<HTMLElement>) => void
  id?: string
  /** The earliest and latest that can be chosen, both included. */
  min?: string
  max?: string
  disabled?: boolean
  status?: 'error' | ''
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}

/** A day, chosen or typed in any of the forms an import takes; in forms inside `Field`. */
export function DateInput(props: DateInputProps) {
  return <Picker {...props} picker="date" forms={dayForms} read={readDate} />
}

/** A month. */
export function MonthInput(props: DateInputProps) {
  return <Picker {...props} picker="month" forms={monthForms} read={readMonth} />
}

/** What is wrong with what a field of a day holds, by the input that stands in it; null when nothing is. */
export function dateProblem(input: ReactElement, value: string, label: string): string | null {
  if (!isValidElement<DateInputProps>(input)) return null
  if (input.type === MonthInput) return isMonth(value) ? null : `${label}应为月份，例如 2026-01`
  if (input.type !== DateInput) return null
  const { min, max } = input.props
  if (!isLocalDate(value)) return `${label}应为日期，例如 2026-01-05`
  if (min && value < min) return `${label}不能早于 ${min}`
  return max && value > max ? `${label}不能晚于 ${max}` : null
}

interface PickerProps extends DateInputProps {
  picker: 'date' | 'month'
  forms: string[]
  /** What was meant by a text; null when that can't be told. */
  read: (text: string) => string | null
}

function Picker({ value, onChange, onBlur, min, max, picker, forms, read, ...rest }: PickerProps) {
  const [wrong, setWrong] = useState<{ text: string; before: string | undefined } | null>(null)
  // It stands until another value comes.
  const typed = wrong && (value === wrong.text || value === wrong.before) ? wrong.text : null
  // Inside a Field, the field says what is wrong.
  const inField = Form.Item.useStatus().status !== undefined
  const known = typed === null && value && read(value) ? value : undefined
  /** The picker itself forgets what it can't read. */
  const take = (text: string) => {
    if (text.trim() === '') {
      setWrong(null)
      return onChange?.(undefined)
    }
    const meant = read(text)
    setWrong(meant === null ? { text, before: value } : null)
    onChange?.(meant ?? text)
  }
  return (
    <>
      <DatePicker
        {...rest}
        // Made anew, it has nothing left that it would put in place of what was typed.
        key={typed}
        picker={picker}
        data-typed={typed}
        components={{ input: TypedInput }}
        style={{ width: '100%', maxWidth: 240 }}
        format={forms}
        value={known ? dayjs(known) : null}
        {...(typed !== null && { status: 'error' })}
        {...(min && { minDate: dayjs(min) })}
        {...(max && { maxDate: dayjs(max) })}
        // Enter takes the typed day; it does not hand in the form around it.
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (event.target instanceof HTMLInputElement && read(event.target.value)) take(event.target.value)
        }}
        onBlur={(event: FocusEvent<HTMLElement>) => {
          if (event.target instanceof HTMLInputElement) take(event.target.value)
          onBlur?.(event)
        }}
        onChange={(day) => onChange?.(day ? day.format(forms[0]) : undefined)}
      />
      {typed !== null && !inField && (
        <p className="field-error" role="alert">
          “{typed}”不是日期，例如 2026-01-05
        </p>
      )}
    </>
  )
}

/** The text field of the picker; what it could not read stands in it until it is mended. */
function TypedInput({
  'data-typed': typed,
  value,
  onChange,
  ...rest
}: ComponentProps<'input'> & { 'data-typed'?: string }) {
  const [mending, setMending] = useState(false)
  return (
    <input
      {...rest}
      value={value === '' && typed && !mending ? typed : value}
      onChange={(event) => {
        setMending(true)
        onChange?.(event)
      }}
    />
  )
}
