import type { TypedDocumentNode } from '@apollo/client'
import type { PreloadedQueryRef } from '@apollo/client/react'
import type { LoaderFunctionArgs } from 'react-router'

import { preload } from '../apollo.ts'
import { listUrl, orderOf, pageOf, readUrl, type Shape, url } from '../urlState.ts'
import type { ListColumn } from './column.ts'
import type { ListFilter } from './filter.ts'

/** What a list's query may take. */
interface Asked<Filter, Field extends string> {
  filter?: Filter
  search: string
  orderBy?: { field: Field; direction: 'ASC' | 'DESC' } | null
  first: number
  offset: number
}

interface Declared<Data, Row, Filter, Field extends string> {
  /** What a row is, in the bureau's word. */
  label: string
  filters?: readonly ListFilter<Filter, Data>[]
  columns: readonly ListColumn<Row, Field>[]
}

/** A list whose pages have numbers. */
export interface List<Data, Row> extends Declared<Data, Row, unknown, string> {
  /** The API's field; exports and saved views go by the same name. */
  name: string
  filters: readonly ListFilter<unknown, Data>[]
  /** All that may stand in the address. */
  shape: Shape
  /** Reads the order from the address. */
  sort: (raw: readonly string[]) => string
  /** What the API is asked for at an address, but for the page; an export asks the same. */
  asked: (params: URLSearchParams) => { filter?: unknown; search: string; orderBy?: unknown }
  /** Asks for the page at an address. */
  loader: (args: Pick<LoaderFunctionArgs, 'request'>) => PreloadedQueryRef<Data>
  /** The list in an answer. */
  answer: (data: Data) => Connection<Row> & { readonly totalCount: number }
}

/**
 * A list: its query, the field of it that is the list, filters and columns. The query takes `filter`, `search`,
 * `orderBy`, `first` and `offset`, or those of them it has a use for.
 */
export function declareList<
  Data extends Readonly<Record<Name, Connection<unknown> & { readonly totalCount: number }>>,
  Name extends string,
  Filter,
  Field extends string,
>(
  document: TypedDocumentNode<Data, Asked<Filter, Field>>,
  name: Name,
  declared: Declared<Data, RowOf<Data[Name]>, NonNullable<Filter>, Field>,
): List<Data, RowOf<Data[Name]>> {
  const { filters = [], columns } = declared
  const sorted = columns.filter((it) => it.sort)
  const sort = url.sort(sorted.map(({ key }) => key))
  const asked = (params: URLSearchParams) => {
    const order = orderOf(sort(params.getAll('sort')))
    const field = sorted.find(({ key }) => key === order?.key)?.sort
    const filter: Filter = Object.assign({}, ...filters.map((it) => it.ask(params)))
    return {
      search: listUrl.q(params.getAll('q')),
      ...(filters.length > 0 && { filter }),
      ...(sorted.length > 0 && { orderBy: order && field ? { field, direction: order.direction } : null }),
    }
  }
  return {
    ...declared,
    name,
    filters,
    shape: { ...listUrl, sort, ...shapeOf(filters) },
    sort,
    asked,
    loader: ({ request }) => {
      const { searchParams } = new URL(request.url)
      const variables = { ...asked(searchParams), ...pageOf(readUrl(listUrl, searchParams)) }
      return preload(document, { variables })
    },
    answer: (data) => fieldOf(data, name),
  }
}

/** A page of a list as the API answers it. */
export interface Connection<Row> {
  readonly edges: readonly ({ readonly node: Row } | null)[]
}

/** A row of a connection. */
export type RowOf<Found> = Found extends Connection<infer Row> ? Row : never

/** A field of an answer, with its rows known. */
export function fieldOf<Data, Name extends keyof Data>(
  data: Data,
  name: Name,
): Data[Name] & Connection<RowOf<Data[Name]>>
export function fieldOf(data: Readonly<Record<string, unknown>>, name: string): unknown {
  return data[name]
}

/** The names of all filters in the address. */
export function shapeOf(filters: readonly Pick<ListFilter<unknown, never>, 'shape'>[]): Shape {
  return Object.assign({}, ...filters.map(({ shape }) => shape))
}
