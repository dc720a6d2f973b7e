import { Select } from 'antd'

interface Option {
  value: string
  label: string
}

interface FilterSelectProps {
  label: string
  /** Empty for "any". */
  value: string
  options: readonly Option[]
  onChange: (value: string) => void
  /** In pixels. */
  width?: number
}

/** One filter of a list: one value or any. */
export function FilterSelect({ label, value, options, onChange, width = 150 }: FilterSelectProps) {
  return (
    <Select
      style={{ width }}
      aria-label={label}
      placeholder={label}
      value={value || null}
      options={[...options]}
      allowClear
      showSearch={options.length > 8 && { optionFilterProp: 'label' }}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
    />
  )
}

interface FilterSelectManyProps extends Omit<FilterSelectProps, 'value' | 'onChange'> {
  value: readonly string[]
  onChange: (value: readonly string[]) => void
}

/** One filter of a list: any of several values. */
export function FilterSelectMany({ label, value, options, onChange, width = 200 }: FilterSelectManyProps) {
  return (
    <Select
      mode="multiple"
      style={{ minWidth: width }}
      aria-label={label}
      placeholder={label}
      value={[...value]}
      options={[...options]}
      allowClear
      maxTagCount="responsive"
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(chosen: string[]) => onChange(chosen)}
    />
  )
}
