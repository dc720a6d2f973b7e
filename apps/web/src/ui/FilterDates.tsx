import { readDate } from '@sitai/rules/calendar'
import { DatePicker } from 'antd'
import type { Dayjs } from 'dayjs'
import { type FocusEvent, useState } from 'react'

import { dayForms, dayjs } from './dayjs.ts'

interface FilterDatesProps {
  label: string
  /** Days as `2026-11-23`, both included; empty for open. */
  from: string
  to: string
  onChange: (range: { from: string; to: string }) => void
}

/** One filter of a list: from a day to a day. */
export function FilterDates({ label, from, to, onChange }: FilterDatesProps) {
  const now = dayjs()
  const last = now.subtract(1, 'month')
  const [wrong, setWrong] = useState<string | null>(null)
  /** An end that was typed holds when it is left; what can't be read the picker forgets, so it is said. */
  const left = (text: string, end: 'from' | 'to') => {
    const day = text.trim() === '' ? '' : readDate(text)
    setWrong(day === null ? text : null)
    if (day !== null && day !== { from, to }[end]) onChange({ from, to, [end]: day })
  }
  return (
    <div>
      <DatePicker.RangePicker
        aria-label={label}
        format={dayForms}
        onBlur={(event: FocusEvent<HTMLElement>, { range }) => {
          if (event.target instanceof HTMLInputElement) left(event.target.value, range === 'end' ? 'to' : 'from')
        }}
        {...(wrong !== null && { status: 'error' })}
        value={[dayOf(from), dayOf(to)]}
        placeholder={[`${label}起`, '止']}
        allowEmpty={[true, true]}
        presets={[
          { label: '本月', value: [now.startOf('month'), now.endOf('month')] },
          { label: '上月', value: [last.startOf('month'), last.endOf('month')] },
          { label: '今年', value: [now.startOf('year'), now.endOf('year')] },
        ]}
        onChange={(range) => onChange({ from: textOf(range?.[0]), to: textOf(range?.[1]) })}
      />
      {wrong !== null && (
        <p className="field-error" role="alert">
          “{wrong}”不是日期，例如 2026-01-05
        </p>
      )}
    </div>
  )
}

function dayOf(text: string): Dayjs | null {
  return text ? dayjs(text) : null
}

function textOf(day: Dayjs | null | undefined): string {
  return day ? day.format('YYYY-MM-DD') : ''
}
