import type { QueryRef } from '@apollo/client/react'
import type { ReactNode } from 'react'

import { Page } from '../ui/Page.tsx'
import type { List } from './declareList.ts'
import { ListExport } from './ListExport.tsx'
import { ListFilters } from './ListFilters.tsx'
import { ListTable, type ListTableProps } from './ListTable.tsx'
import { useList } from './useList.ts'

interface ListPageProps<Data, Row extends { id: string }> extends Omit<ListTableProps<Data, Row>, 'list'> {
  list: List<Data, Row>
  /** What the page's loader answered. */
  answer: QueryRef<Data>
  title: string
  /** What the search looks at, in words; without it there is nothing to look for, and no filters. */
  search: string | undefined
  /** Beside the export. */
  actions?: ReactNode
  /** Above the filters. */
  children?: ReactNode
}

/** The page of a list as most are; one that is laid out otherwise puts the same parts together itself. */
export function ListPage<Data, Row extends { id: string }>(props: ListPageProps<Data, Row>) {
  const { list, answer, title, search, actions, children, ...table } = props
  const view = useList(list, answer)
  return (
    <Page
      title={title}
      actions={
        <>
          <ListExport list={view} />
          {actions}
        </>
      }
    >
      {children}
      {search && <ListFilters list={view} search={search} />}
      <ListTable list={view} {...table} />
    </Page>
  )
}
