import type { QueryRef } from '@apollo/client/react'
import { useReadQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'

import { useViewer } from '../session/viewer.ts'
import type { Column } from '../ui/column.ts'
import { listUrl, readUrl, type UrlOf } from '../urlState.ts'
import { useUrlState } from '../useUrlState.ts'
import { columnsFor } from './column.ts'
import { type List, shapeOf } from './declareList.ts'
import type { FilterView } from './filter.ts'

/** A list as it stands on screen: the address, the answer and the viewer put together. */
export interface ListView<Data, Row> extends FilterView<Data> {
  list: List<Data, Row>
  at: UrlOf<typeof listUrl & { sort: List<Data, Row>['sort'] }>
  /** The columns as this viewer has them. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  totalCount: number
  /** Takes off search and filters; undefined when none is on. */
  clear: (() => void) | undefined
}

/** Opens a declared list with what its loader asked for. */
export function useList<Data, Row>(list: List<Data, Row>, answer: QueryRef<Data>): ListView<Data, Row> {
  const { data } = useReadQuery(answer)
  const viewer = useViewer()
  const [params] = useSearchParams()
  const [, set] = useUrlState(list.shape)
  const { edges, totalCount } = list.answer(data)
  return {
    list,
    data,
    viewer,
    params,
    set,
    at: readUrl({ ...listUrl, sort: list.sort }, params),
    columns: columnsFor(list.columns, viewer),
    rows: edges.flatMap((edge) => (edge ? [edge.node] : [])),
    totalCount,
    clear: clearing(list.filters, params, set),
  }
}

/** Takes off search and filters; undefined when none is on. */
export function clearing<Data>(
  filters: List<Data, unknown>['filters'],
  params: URLSearchParams,
  set: FilterView<Data>['set'],
): (() => void) | undefined {
  const shape = { q: listUrl.q, ...shapeOf(filters) }
  const cleared = readUrl(shape, new URLSearchParams())
  const isClear = String(Object.values(readUrl(shape, params))) === String(Object.values(cleared))
  return isClear ? undefined : () => set(cleared)
}
