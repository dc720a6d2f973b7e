import type { ReactNode } from 'react'

import type { Viewer } from '../session/viewer.ts'
import type { Shape, UrlOf } from '../urlState.ts'

/** Whom something of a list is for. */
export type IsFor = (viewer: Viewer) => boolean

/** What a filter's control works with. */
export interface FilterView<Data> {
  params: URLSearchParams
  /** Changes the address and goes to the first page, unless the patch names one. */
  set: (patch: Partial<UrlOf<Shape>>, options?: { replace?: boolean }) => void
  /** What the page's query answered: choices may come from it. */
  data: Data
  viewer: Viewer
}

/** One filter of a list; `filters.tsx` has the usual kinds. */
export interface ListFilter<Asked, Data> {
  /** Its names in the address. */
  shape: Shape
  /** Its part of the API's filter; nulls filter nothing. */
  ask: (params: URLSearchParams) => Asked
  /** Its control, for those it is for. */
  draw: (view: FilterView<Data>) => ReactNode
}

/** Where a filter's value goes: the field of the API's filter that takes it, or the part it makes of it. */
export type Ask<Value, Asked> = FieldFor<Value, Asked> | ((value: Value) => Asked)

type FieldFor<Value, Asked> = {
  [Field in keyof Asked]-?: [Value] extends [Asked[Field]] ? Field : never
}[keyof Asked]

/** The part of the API's filter that a value makes. */
export function partOf<Value, Asked>(ask: Ask<Value, Asked>, value: Value): Asked
export function partOf(ask: PropertyKey | ((value: unknown) => unknown), value: unknown): unknown {
  return typeof ask === 'function' ? ask(value) : { [ask]: value }
}
