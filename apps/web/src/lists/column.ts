import type { ReactNode } from 'react'

import type { Viewer } from '../session/viewer.ts'
import type { Column } from '../ui/column.ts'
import type { IsFor } from './filter.ts'

interface Options<Field extends string> extends Pick<Column<never>, 'width' | 'align'> {
  /** The API's order field, where the list can be sorted by this column. */
  sort?: Field
  /** Not shown until it is chosen; a function says to whom. */
  extra?: boolean | IsFor
  /** Whose column it is; without it everybody's. */
  isFor?: IsFor
  /** Its part in a phone's card; an extra column has none unless it says so. */
  card?: 'heading' | 'line' | 'none'
}

/** A column of a list. */
export interface ListColumn<Row, Field extends string> extends Options<Field> {
  key: string
  title: string
  render: (row: Row) => ReactNode
}

/** A column: its name in addresses, saved views and exports; its title; what it shows of a row. */
export function column<Row, Field extends string>(
  key: string,
  title: string,
  render: (row: Row) => ReactNode,
  options: Options<Field> = {},
): ListColumn<Row, Field> {
  return { key, title, render, ...options }
}

/** The columns as a viewer has them. The first says what the row is: it can't be taken away. */
export function columnsFor<Row>(columns: readonly ListColumn<Row, string>[], viewer: Viewer): readonly Column<Row>[] {
  return columns.flatMap(({ sort, extra = false, isFor, card = extra === true ? 'none' : 'line', ...rest }, index) =>
    isFor && !isFor(viewer)
      ? []
      : {
          ...rest,
          fixed: index === 0,
          sortable: sort !== undefined,
          extra: typeof extra === 'function' ? extra(viewer) : extra,
          ...(card !== 'line' && { card }),
        },
  )
}
