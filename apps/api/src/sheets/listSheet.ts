/** Lists that can be exported: each slice says beside its list what its columns are and how its rows are read. */
import type { Act } from '../access.ts'
import type { Viewer } from '../viewer.ts'
import type { ListColumn, ListValue } from './list.ts'

export interface ListSheet {
  /** The root field of Query whose filter, search and order the export takes. */
  readonly list: string
  readonly title: string
  /** The act of the list itself; besides it everyone needs sheet:export. */
  readonly act: Act
  /** The table, as the audit line names it. */
  readonly entity: string
  /** By the key of the column on the page. */
  readonly columns: Readonly<Record<string, ListColumn>>
  /** The ids of the list in its order, at most `take`. */
  readonly ids: (viewer: Viewer, args: unknown, take: number) => Promise<string[]>
  /** Rows by their id, by the key of the column. */
  readonly rows: (
    viewer: Viewer,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, Readonly<Record<string, ListValue>>>>
}

type Face = Pick<ListSheet, 'list' | 'title' | 'act' | 'entity' | 'columns' | 'rows'>

/** Makes a ListSheet; `Args` are those of the root field, as GraphQL has coerced them. */
export function listSheet<Args>(
  face: Face & { readonly ids: (viewer: Viewer, args: Args, take: number) => Promise<string[]> },
): ListSheet {
  return {
    ...face,
    ids: (viewer, args, take) => {
      if (!isCoerced<Args>(args)) throw new Error('The arguments of a list are an object.')
      return face.ids(viewer, args, take)
    },
  }
}

/** The schema has coerced them by the very types the list's resolver is given. */
function isCoerced<Args>(args: unknown): args is Args {
  return typeof args === 'object' && args !== null
}
