import { Select } from 'antd'

import { Field } from './Field.tsx'
import { optionsOf, yearOptions } from './options.ts'

/** The result of a year's check. */
export interface YearResult<Result extends string> {
  year: number
  result: Result
}

interface YearResultFieldsProps<Result extends string> {
  label: string
  hint?: string
  results: readonly { readonly code: Result; readonly label: string }[]
  /** The year whose result is to be corrected. */
  year?: number | undefined
}

/** The fields for the result of a year: of a firm's inspection, of one person's assessment, of many persons'. */
export function YearResultFields<Result extends string>({ label, hint, results, year }: YearResultFieldsProps<Result>) {
  return (
    <>
      <Field<YearResult<Result>> name="year" label="年度" required>
        <Select options={yearOptions(year)} />
      </Field>
      <Field<YearResult<Result>> name="result" label={label} hint={hint} required>
        <Select options={optionsOf(results)} />
      </Field>
    </>
  )
}
