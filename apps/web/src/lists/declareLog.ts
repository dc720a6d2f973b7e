import type { TypedDocumentNode } from '@apollo/client'
import type { PreloadedQueryRef } from '@apollo/client/react'
import type { LoaderFunctionArgs } from 'react-router'

import { preload } from '../apollo.ts'
import { readUrl, type Shape, url } from '../urlState.ts'
import { type Connection, fieldOf, type RowOf, shapeOf } from './declareList.ts'
import type { ListFilter } from './filter.ts'

const size = 50

/** Where in a log the page begins or ends; neither is the newest. */
export const cursorUrl = { after: url.text(), before: url.text() }

interface Page {
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor?: string | null
    endCursor?: string | null
  }
}

interface Asked<Filter> {
  filter: Filter
  first?: number
  after?: string | null
  last?: number
  before?: string
}

interface Declared<Data, Filter> {
  /** Its name among the saved views. */
  views: string
  /** What a row is, in the bureau's word. */
  label: string
  /** The search is a filter like the others, `q` in the address. */
  search: (text: string) => Filter
  filters: readonly ListFilter<Filter, Data>[]
}

/** A list so long or so busy that numbers of pages mean little: it is read by cursor, the newest first. */
export interface Log<Data, Row> {
  /** The API's field; exports go by the same name. */
  name: string
  views: string
  label: string
  filters: readonly ListFilter<unknown, Data>[]
  shape: Shape
  /** What the API is asked for at an address, but for the page; an export asks the same. */
  asked: (params: URLSearchParams) => { filter: unknown }
  /** Asks for the page at an address. */
  loader: (args: Pick<LoaderFunctionArgs, 'request'>) => PreloadedQueryRef<Data>
  answer: (data: Data) => Connection<Row> & Page
}

/** A log: its query, the field of it that is the log, and filters. */
export function declareLog<
  Data extends Readonly<Record<Name, Connection<unknown> & Page>>,
  Name extends string,
  Filter,
>(
  document: TypedDocumentNode<Data, Asked<Filter>>,
  name: Name,
  { search, ...declared }: Declared<Data, NonNullable<Filter>>,
): Log<Data, RowOf<Data[Name]>> {
  const q = url.text()
  const asked = (params: URLSearchParams) => {
    const filter: Filter = Object.assign(
      {},
      search(q(params.getAll('q'))),
      ...declared.filters.map((it) => it.ask(params)),
    )
    return { filter }
  }
  return {
    ...declared,
    name,
    shape: { q, ...cursorUrl, ...shapeOf(declared.filters) },
    asked,
    loader: ({ request }) => {
      const { searchParams } = new URL(request.url)
      const { after, before } = readUrl(cursorUrl, searchParams)
      const page = before ? { last: size, before } : { first: size, after: after || null }
      return preload(document, { variables: { ...asked(searchParams), ...page } })
    },
    answer: (data) => fieldOf(data, name),
  }
}
