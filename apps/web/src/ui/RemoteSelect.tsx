import { Select } from 'antd'
import { useEffect, useState } from 'react'

interface Option {
  value: string
  label: string
}

export interface RemoteSelectProps {
  id?: string
  /** Empty for none. */
  value?: string | undefined
  onChange?: (value: string) => void
  /** What is chosen from, where no `Field` says it. */
  label?: string
  /** What the server found for the words. */
  options: readonly Option[]
  /** The chosen one, which need not be among those found. */
  chosen?: Option | undefined
  loading: boolean
  /** Told a quarter of a second after the last key. */
  onSearch: (words: string) => void
  /** In pixels; without it as wide as there is room. */
  width?: number | undefined
}

/** One of more things than a list can show: the server searches while one types. */
export function RemoteSelect({ value, onChange, label, chosen, options, onSearch, width, ...rest }: RemoteSelectProps) {
  const [words, setWords] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => onSearch(words.trim()), 250)
    return () => clearTimeout(timer)
  }, [words, onSearch])
  const shown =
    chosen && words === '' && !options.some((it) => it.value === chosen.value) ? [chosen, ...options] : options
  return (
    <Select
      {...rest}
      style={{ width: width ?? '100%' }}
      {...(label && { 'aria-label': label })}
      popupMatchSelectWidth={width !== undefined && width < 300 ? 300 : true}
      placeholder={label ?? '请选择，可输入名称或拼音首字母'}
      value={value || null}
      options={[...shown]}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      notFoundContent={rest.loading ? '正在查找…' : '没有找到'}
      onChange={(found: string | null | undefined) => onChange?.(found ?? '')}
    />
  )
}
