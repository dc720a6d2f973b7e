import { Table, type TableColumnType } from 'antd'
import type { ReactNode } from 'react'

import { BatchBar } from './BatchBar.tsx'
import { CardList } from './CardList.tsx'
import { type Column, columnsShown } from './column.ts'
import { cx } from './cx.ts'
import styles from './DataTable.module.css'
import { usePhone } from './usePhone.ts'

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

function WideTable<Row extends object>({
  label,
  columns,
  rows,
  rowKey,
  sort = '',
  onSort,
  selection,
}: DataTableProps<Row>) {
  return (
    <Table<Row>
      aria-label={label}
      className={cx(styles['table'])}
      columns={columns.map((it) => antColumn(it, sort))}
      dataSource={[...rows]}
      rowKey={rowKey}
      pagination={false}
      showSorterTooltip={false}
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 'max-content' }}
      {...(selection && { rowSelection: antSelection(label, selection) })}
      onChange={(_pages, _filters, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter
        const key = String(one?.columnKey ?? '')
        onSort?.(one?.order === 'descend' ? `-${key}` : one?.order === 'ascend' ? key : '')
      }}
    />
  )
}

function antColumn<Row extends object>(column: Column<Row>, sort: string): TableColumnType<Row> {
  const { key, title, render, sortable = false, width, align, fixed } = column
  const order = sort === key ? 'ascend' : sort === `-${key}` ? 'descend' : null
  return {
    key,
    title,
    render: (_value, row) => render(row),
    ...(sortable && { sorter: true, sortOrder: order }),
    ...(width !== undefined && { width }),
    ...(align && { align }),
    ...(fixed && { fixed: 'left' }),
  }
}

function antSelection<Row>(label: string, { keys, onChange }: Selection) {
  return {
    selectedRowKeys: [...keys],
    preserveSelectedRowKeys: true,
    onChange: (chosen: readonly unknown[]) => onChange(chosen.map(String)),
    getTitleCheckboxProps: () => ({ 'aria-label': `选择本页全部${label}` }),
    getCheckboxProps: (_row: Row) => ({ 'aria-label': `选择这一行` }),
  }
}
