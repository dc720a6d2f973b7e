import { DatePicker } from 'antd'
import type { Dayjs } from 'dayjs'

import { dayjs } from './dayjs.ts'

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
  return (
    <DatePicker.RangePicker
      aria-label={label}
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
  )
}

function dayOf(text: string): Dayjs | null {
  return text ? dayjs(text) : null
}

function textOf(day: Dayjs | null | undefined): string {
  return day ? day.format('YYYY-MM-DD') : ''
}
