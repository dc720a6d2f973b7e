import { type QueryRef, useReadQuery } from '@apollo/client/react'
import { Fragment, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'

import { SavedViews } from '../savedViews/SavedViews.tsx'
import { useViewer } from '../session/viewer.ts'
import { ExportButton } from '../sheets/ExportButton.tsx'
import type { Column } from '../ui/column.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyMessage } from '../ui/EmptyMessage.tsx'
import { FilterBar } from '../ui/FilterBar.tsx'
import { Page } from '../ui/Page.tsx'
import { CursorPager } from '../ui/Pager.tsx'
import { listUrl } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import type { Log } from './declareLog.ts'
import type { FilterView } from './filter.ts'
import { NothingFound } from './ListTable.tsx'
import { clearing } from './useList.ts'

interface LogPageProps<Data, Row extends { key: string }> {
  log: Log<Data, Row>
  /** What the page's loader answered. */
  answer: QueryRef<Data>
  title: string
  /** What the search looks at, in words. */
  search: string
  columns: readonly Column<Row>[]
  /** Between the filters and the rows. */
  children?: ReactNode
}

/** The page of a log. */
export function LogPage<Data, Row extends { key: string }>(props: LogPageProps<Data, Row>) {
  const { log, answer, title, search, columns, children } = props
  const { data } = useReadQuery(answer)
  const viewer = useViewer()
  const [params] = useSearchParams()
  const [, change] = useUrlState(log.shape)
  // Another filter begins at the newest line again.
  const set: FilterView<Data>['set'] = (patch, options) => change({ after: '', before: '', ...patch }, options)
  const clear = clearing(log.filters, params, set)
  const { edges, pageInfo } = log.answer(data)
  return (
    <Page title={title} actions={<ExportButton list={log.name} columns={columns} variables={log.asked(params)} />}>
      <FilterBar
        search={{
          value: listUrl.q(params.getAll('q')),
          onSearch: (q) => set({ q }, { replace: true }),
          placeholder: search,
        }}
        onClear={clear}
        trailing={<SavedViews page={log.views} />}
      >
        {log.filters.map((it) => (
          <Fragment key={Object.keys(it.shape).join()}>{it.draw({ params, set, data, viewer })}</Fragment>
        ))}
      </FilterBar>
      {children}
      <DataTable
        label={title}
        columns={columns}
        rows={edges.flatMap((edge) => (edge ? [edge.node] : []))}
        rowKey={(it) => it.key}
        empty={
          clear ? (
            <NothingFound label={log.label} clear={clear} />
          ) : (
            <EmptyMessage title={`没有符合条件的${log.label}`} />
          )
        }
      />
      <CursorPager pageInfo={pageInfo} onMove={set} />
    </Page>
  )
}
