import { isLocalDate } from '@sitai/rules/calendar'
import { Radio, Select } from 'antd'
import { useId } from 'react'

import { DateInput } from '../ui/DateInput.tsx'
import styles from './TermFields.module.css'
import { termEnd, termText } from './term.ts'

interface TermFieldsProps {
  from: string
  years: number
  maxYears: number
  /** Days to begin on that need no calendar: `[['今天起', '2026-11-23'], …]`. */
  starts: readonly (readonly [label: string, day: string])[]
  onChange: (term: { from: string; years: number }) => void
}

/** The term that is asked for: from today, from the first of next month or any day, for so many years. */
export function TermFields({ from, years, maxYears, starts, onChange }: TermFieldsProps) {
  const id = useId()
  const known = starts.some(([, day]) => day === from)
  return (
    <div className={styles['fields']} role="group" aria-label="聘期">
      <Radio.Group
        aria-label="聘期起始"
        optionType="button"
        value={known ? from : ''}
        options={starts.map(([label, value]) => ({ label, value }))}
        onChange={({ target }) => onChange({ from: String(target.value), years })}
      />
      <label className="sr-only" htmlFor={id}>
        聘期首日
      </label>
      <DateInput id={id} value={from} onChange={(day) => day && isLocalDate(day) && onChange({ from: day, years })} />
      <Select
        aria-label="聘期年数"
        style={{ width: 96 }}
        value={years}
        options={Array.from({ length: maxYears }, (_, index) => ({ value: index + 1, label: `${index + 1} 年` }))}
        onChange={(chosen: number) => onChange({ from, years: chosen })}
      />
      <span className={styles['text']}>{termText(from, termEnd(from, years))}</span>
    </div>
  )
}
