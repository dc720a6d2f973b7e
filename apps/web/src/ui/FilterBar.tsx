import { FilterOutlined } from '@ant-design/icons'
import { formatCount } from '@sitai/rules/numbers'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'

import styles from './FilterBar.module.css'
import { SearchBox } from './SearchBox.tsx'
import { usePhone } from './usePhone.ts'
import { whenOpen } from './whenOpen.tsx'

const FilterDrawer = whenOpen(() => import('./FilterDrawer.tsx').then((it) => it.FilterDrawer))

interface FilterBarProps {
  search?: { value: string; onSearch: (text: string) => void; placeholder?: string }
  /** How many rows the filters leave; undefined while unknown. */
  count?: number
  /** Takes all filters off; undefined when none is on. */
  onClear?: (() => void) | undefined
  /** Beside the filters: columns, saved views, export. */
  trailing?: ReactNode
  /** The filters: FilterSelect, FilterDates. */
  children?: ReactNode
}

/** Search and filters above a list, and what they leave. On a phone the filters open from the side. */
export function FilterBar({ search, count, onClear, trailing, children }: FilterBarProps) {
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const clear = onClear && (
    <Button type="link" onClick={onClear}>
      清除条件
    </Button>
  )
  return (
    <div role="search" className={styles['bar']}>
      {search && <SearchBox {...search} />}
      {!phone && children}
      {!phone && clear}
      {phone && children && (
        <Button icon={<FilterOutlined aria-hidden="true" />} aria-expanded={open} onClick={() => setOpen(true)}>
          筛选
        </Button>
      )}
      <p className={styles['count']} role="status">
        {count !== undefined && `共 ${formatCount(count)} 条`}
      </p>
      {trailing && <div className={styles['trailing']}>{trailing}</div>}
      {phone && (
        <FilterDrawer open={open} onClose={() => setOpen(false)} clear={clear}>
          {children}
        </FilterDrawer>
      )}
    </div>
  )
}
