import { Select } from 'antd'

/** An entry of a dictionary, as the API serves it. */
export interface DictOption {
  code: string
  label: string
  /** Entries no longer used stay readable where they were chosen, and can't be chosen anew. */
  isRetired?: boolean
}

interface DictSelectProps {
  value?: string
  onChange?: (code: string | undefined) => void
  id?: string
  options: readonly DictOption[]
  disabled?: boolean
}

/** One entry of a dictionary; in forms inside `Field`. */
export function DictSelect({ options, ...rest }: DictSelectProps) {
  return (
    <Select
      {...rest}
      allowClear
      placeholder="请选择"
      options={choices(options)}
      showSearch={options.length > 8 && { optionFilterProp: 'label' }}
    />
  )
}

interface DictSelectManyProps extends Omit<DictSelectProps, 'value' | 'onChange'> {
  value?: string[]
  onChange?: (codes: string[]) => void
  /** How many may be chosen. */
  max?: number
}

/** Several entries of a dictionary; in forms inside `Field`. */
export function DictSelectMany({ options, max, ...rest }: DictSelectManyProps) {
  return (
    <Select
      {...rest}
      mode="multiple"
      allowClear
      placeholder="请选择，可多选"
      {...(max !== undefined && { maxCount: max })}
      options={choices(options)}
      showSearch={{ optionFilterProp: 'label' }}
    />
  )
}

function choices(options: readonly DictOption[]) {
  return options.map(({ code, label, isRetired = false }) => ({
    value: code,
    label: isRetired ? `${label}（停用）` : label,
    disabled: isRetired,
  }))
}
