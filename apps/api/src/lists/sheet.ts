/** Lists as Excel files: what a slice says beside its list, and all that can be exported. */
import type { Act } from '../access/acts.ts'
import type { ListColumn, ListValue } from '../sheets/list.ts'
import type { Direction } from './listQuery.ts'
import type { Asker } from './filter.ts'

/** What a list is asked for, as its root field's resolver is given it. */
export interface Asked {
  readonly filter?: unknown
  readonly search?: string | null | undefined
  readonly orderBy?: { readonly field: string; readonly direction: Direction } | null | undefined
}

/** A column of the sheet, and its value in a row. */
export interface SheetColumn<Row> extends ListColumn {
  readonly value: (row: Row) => ListValue | undefined
}

/** The columns of a sheet by the key of the column on the page. */
export type SheetColumns<Row> = Readonly<Record<string, SheetColumn<Row>>>

/** The rows a list shows, and what it was asked for in words. */
export interface Listed<Row> {
  readonly words: string
  readonly total: number
  /** In batches. */
  readonly rows: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>
}

interface SheetFace {
  /** The list's name in the address of the export: that of its root field, if it has one. */
  readonly list: string
  readonly title: string
  /** The act of the list itself; besides it everyone needs sheet:export. */
  readonly act: Act
  /** The table, as the audit line names it. */
  readonly entity: string
}

interface Sheet<Row> extends SheetFace {
  readonly columns: SheetColumns<NoInfer<Row>>
  /** Reads what the page's filter, search and order select, in their order, at most `take` rows. */
  readonly read: (asked: Asked, take: number, asker: Asker) => Promise<Listed<Row>>
}

interface Values extends Omit<Listed<unknown>, 'rows'> {
  readonly rows: AsyncIterable<readonly (readonly ListValue[])[]>
}

/** A list that can be exported; `read` gives the values of the columns whose keys it is given. */
export interface ListSheet extends SheetFace {
  readonly columns: Readonly<Record<string, ListColumn>>
  readonly read: (keys: readonly string[], ...asked: Parameters<Sheet<unknown>['read']>) => Promise<Values>
}

/** Every list that can be exported, by its name; each slice adds its own by being imported. */
export const listSheets = new Map<string, ListSheet>()

/** Lets a list be exported. */
export function addSheet<Row>(sheet: Sheet<Row>) {
  listSheets.set(sheet.list, {
    ...sheet,
    read: async (keys, ...asked) => {
      const { rows, ...listed } = await sheet.read(...asked)
      const columns = keys.flatMap((key) => sheet.columns[key] ?? [])
      return { ...listed, rows: valuesOf(rows, columns) }
    },
  })
}

async function* valuesOf<Row>(batches: Listed<Row>['rows'], columns: readonly SheetColumn<Row>[]) {
  for await (const rows of batches) yield rows.map((row) => columns.map(({ value }) => value(row) ?? null))
}

const batchSize = 1000

/** Rows by their keys, in the order of the keys, in batches: fifty thousand at once cost too much memory. */
export async function* inBatches<Key, Row>(
  keys: readonly Key[],
  read: (some: Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<Row[]> {
  for (let start = 0; start < keys.length; start += batchSize) {
    const some = keys.slice(start, start + batchSize)
    const rows = new Map((await read(some)).map((row) => [keyOf(row), row]))
    yield some.flatMap((key) => rows.get(key) ?? [])
  }
}

/** The second line of a sheet: what was searched for and filtered by. */
export function headingOf(search: Asked['search'], filters: readonly string[]): string {
  const words = [...(search ? [`搜索：${search}`] : []), ...filters]
  return words.length > 0 ? words.join('；') : '全部'
}
