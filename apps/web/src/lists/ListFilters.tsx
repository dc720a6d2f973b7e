import { Fragment } from 'react'

import { SavedViews } from '../savedViews/SavedViews.tsx'
import { ColumnChooser } from '../ui/ColumnChooser.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import type { ListView } from './useList.ts'

interface ListFiltersProps<Data, Row> {
  list: ListView<Data, Row>
  /** What the search looks at, in words. */
  search: string
}

/** Search, filters, their count, saved views and the choice of columns, above a list. */
export function ListFilters<Data, Row>({ list: view, search }: ListFiltersProps<Data, Row>) {
  const { list, at, set, columns, totalCount, clear } = view
  return (
    <FilterBar
      search={{ value: at.q, onSearch: (q) => set({ q }, { replace: true }), placeholder: search }}
      count={totalCount}
      onClear={clear}
      trailing={
        list.filters.length > 0 && (
          <>
            <SavedViews page={list.name} />
            {columns.some((it) => it.extra) && (
              <ColumnChooser columns={columns} chosen={at.columns} onChange={(keys) => set({ columns: [...keys] })} />
            )}
          </>
        )
      }
    >
      {list.filters.length > 0 &&
        list.filters.map((it) => <Fragment key={Object.keys(it.shape).join()}>{it.draw(view)}</Fragment>)}
    </FilterBar>
  )
}
