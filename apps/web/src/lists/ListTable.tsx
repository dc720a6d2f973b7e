import { Button } from 'antd'
import { type ReactNode, useState } from 'react'

import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { ListView } from './useList.ts'

export interface ListTableProps<Data, Row extends { id: string }> {
  list: ListView<Data, Row>
  /** In place of the rows when there are none at all, and what to do about it. */
  empty: string
  advice?: string
  /** What may be done with chosen rows, for those who may; `done` chooses none again. */
  batch?: false | ((ids: readonly string[], done: () => void) => ReactNode)
}

/** The rows of a list and its pages; when the filters leave none, says so and clears them. */
export function ListTable<Data, Row extends { id: string }>(props: ListTableProps<Data, Row>) {
  const { list: view, empty, advice, batch = false } = props
  const { list, at, set, columns, rows, totalCount, clear } = view
  const [chosen, setChosen] = useState<readonly string[]>([])
  return (
    <>
      <DataTable
        label={list.label}
        columns={columns}
        rows={rows}
        rowKey={(it) => it.id}
        empty={
          clear ? (
            <NothingFound label={list.label} clear={clear} />
          ) : (
            <EmptyMessage title={empty} description={advice} />
          )
        }
        sort={at.sort}
        onSort={(sort) => set({ sort })}
        chosenColumns={at.columns}
        {...(batch && {
          selection: { keys: chosen, onChange: setChosen, actions: batch(chosen, () => setChosen([])) },
        })}
      />
      <Pager total={totalCount} page={at.page} pageSize={at.size} onChange={(page, size) => set({ page, size })} />
    </>
  )
}

/** Where the filters leave no row. */
export function NothingFound({ label, clear }: { label: string; clear: () => void }) {
  return <EmptyMessage title={`没有符合条件的${label}`} action={<Button onClick={clear}>清除条件</Button>} />
}
