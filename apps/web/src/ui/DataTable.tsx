import type { ReactNode } from 'react'

import { BatchBar } from './BatchBar.tsx'
import { CardList } from './CardList.tsx'
import { type Column, columnsShown } from './column.ts'
import { usePhone } from './usePhone.ts'
import { WideTable } from './WideTable.tsx'

export interface Selection {
  keys: readonly string[]
  onChange: (keys: readonly string[]) => void
  /** What can be done with the chosen rows. */
  actions: ReactNode
}

export interface DataTableProps<Row> {
  /** What the rows are, to a screen reader, e.g. `律师`. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** In place of the rows when there are none. */
  empty: ReactNode
  /** `name` or `-name` as it stands in the address; the server sorts. */
  sort?: string
  onSort?: (sort: string) => void
  /** The keys of the columns chosen; none means the usual ones. */
  chosenColumns?: readonly string[]
  selection?: Selection
}

/** A page of a list: a table with a sticky head, on a phone a stack of cards. Sorting and paging are the server's. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const phone = usePhone()
  const columns = columnsShown(props.columns, props.chosenColumns ?? [])
  const { selection } = props
  if (props.rows.length === 0) return props.empty
  return (
    <>
      {phone ? <CardList {...props} columns={columns} /> : <WideTable {...props} columns={columns} />}
      {selection && selection.keys.length > 0 && <BatchBar {...selection} />}
    </>
  )
}
