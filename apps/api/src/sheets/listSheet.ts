/** Lists that can be exported: each slice says beside its list what its columns are and how its rows are read. */
import type { Act } from '../access/acts.ts'
import type { Viewer } from '../access/viewer.ts'
import type { ListColumn, ListValue } from './list.ts'
import { type FilterNames, filterWords, listArgs } from './listArgs.ts'
import { namesOf } from './listNames.ts'

/** The values of a row by the key of the column on the page. */
export type ListRow = Readonly<Record<string, ListValue>>

/** The rows a list shows, and what it was asked for in words. */
export interface Listed {
  readonly words: string
  readonly total: number
  /** In batches. */
  readonly rows: AsyncIterable<readonly ListRow[]> | Iterable<readonly ListRow[]>
}

export interface ListSheet {
  /** The list's name in the address of the export: that of its root field, if it has one. */
  readonly list: string
  readonly title: string
  /** The act of the list itself; besides it everyone needs sheet:export. */
  readonly act: Act
  /** The table, as the audit line names it. */
  readonly entity: string
  /** By the key of the column on the page. */
  readonly columns: Readonly<Record<string, ListColumn>>
  /** Reads what the page's filter, search and order select, in their order, at most `take` rows. */
  readonly read: (viewer: Viewer, sent: Readonly<Record<string, unknown>>, take: number) => Promise<Listed>
}

interface Face<Args> extends Omit<ListSheet, 'read'> {
  /** The words for values of the filter whose names are not the common ones. */
  readonly names?: FilterNames
  /** The ids of the list in its order, at most `take`. */
  readonly ids: (viewer: Viewer, args: Args, take: number) => Promise<string[]>
  /** Rows by their id. */
  readonly rows: (viewer: Viewer, ids: readonly string[]) => Promise<ReadonlyMap<string, ListRow>>
}

const batchSize = 1000

/** Makes the ListSheet of a root field; `Args` are the field's own, as GraphQL has coerced them. */
export function listSheet<Args>({ ids, rows, names = {}, ...face }: Face<Args>): ListSheet {
  return {
    ...face,
    read: async (viewer, sent, take) => {
      const args = listArgs(face.list, sent)
      if (!isCoerced<Args>(args)) throw new Error('The arguments of a list are an object.')
      const found = await ids(viewer, args, take)
      return {
        words: await filterWords(face.list, args, namesOf(face.list, viewer.divisionCode, names)),
        total: found.length,
        rows: inBatches(found, (some) => rows(viewer, some)),
      }
    },
  }
}

async function* inBatches(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, ListRow>>,
): AsyncGenerator<ListRow[]> {
  for (let start = 0; start < ids.length; start += batchSize) {
    const some = ids.slice(start, start + batchSize)
    const rows = await read(some)
    yield some.flatMap((id) => {
      const row = rows.get(id)
      return row ? [row] : []
    })
  }
}

/** The schema has coerced them by the very types the list's resolver is given. */
function isCoerced<Args>(args: unknown): args is Args {
  return typeof args === 'object' && args !== null
}
