import { Select } from 'antd'

import { Field } from './Field.tsx'
import { Form } from './Form.tsx'
import { lastYear, optionsOf, yearOptions } from './options.ts'
import type { RefusalLike } from './refusal.ts'

/** The result of a year's check. */
export interface YearResult<Result extends string> {
  year: number
  result: Result
}

interface YearResultFormProps<Result extends string> {
  label: string
  submitLabel: string
  resultLabel: string
  hint?: string
  results: readonly { readonly code: Result; readonly label: string }[]
  /** What is most likely, or what is to be corrected; the year is last year's where none is given. */
  initial: { year?: number | undefined; result: Result }
  act: { busy: boolean; refusal: RefusalLike | null; error: unknown }
  onSubmit: (values: YearResult<Result>) => unknown
  onCancel: () => void
}

/** The form for the result of a year: of a firm's inspection, of one person's assessment, of many persons'. */
export function YearResultForm<Result extends string>(props: YearResultFormProps<Result>) {
  const { year, result } = props.initial
  return (
    <Form<YearResult<Result>>
      label={props.label}
      submitLabel={props.submitLabel}
      {...props.act}
      initialValues={{ year: year ?? lastYear(), result }}
      onSubmit={props.onSubmit}
      onCancel={props.onCancel}
    >
      <Field<YearResult<Result>> name="year" label="年度" required>
        <Select options={yearOptions(year)} />
      </Field>
      <Field<YearResult<Result>> name="result" label={props.resultLabel} hint={props.hint} required>
        <Select options={optionsOf(props.results)} />
      </Field>
    </Form>
  )
}
