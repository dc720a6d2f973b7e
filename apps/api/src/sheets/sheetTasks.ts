/** What the sheet process does. Whatever comes in and goes out is plain data. */
import type { Problem } from '@sitai/rules/fields'
import type { Cells } from '@sitai/rules/sheetRows'
import { type SheetKind, sheets } from '@sitai/rules/sheets'
import { guardWorkbook } from './guard.ts'
import { beginList, type ListFace, type ListValue, type ListWriter } from './list.ts'
import { correctionWorkbook, type Lists, templateWorkbook } from './template.ts'
import { markedWorkbook, readSheet } from './workbook.ts'

let list: ListWriter | null = null

/** By name; each takes one value. */
export const tasks = {
  /** Whether the workbook can be imported; refuses it otherwise. */
  check: async ({ path, kind, most }: { path: string; kind: SheetKind; most: number }) => {
    await guardWorkbook(path)
    await readSheet(path, sheets[kind], most)
  },
  read: ({ path, kind }: { path: string; kind: SheetKind }) => readSheet(path, sheets[kind]),
  mark: ({ path, kind, bad }: { path: string; kind: SheetKind; bad: ReadonlyMap<number, readonly Problem[]> }) =>
    markedWorkbook(path, sheets[kind], bad),
  correct: ({
    kind,
    lists,
    bad,
  }: {
    kind: SheetKind
    lists: Lists
    bad: readonly { readonly cells: Cells; readonly problems: readonly Problem[] }[]
  }) => correctionWorkbook(sheets[kind], lists, bad),
  template: ({ kind, lists }: { kind: SheetKind; lists: Lists }) => templateWorkbook(sheets[kind], lists),
  beginList: async ({ path, face }: { path: string; face: ListFace }) => {
    list?.drop()
    list = await beginList(path, face)
  },
  addRows: async (rows: readonly (readonly ListValue[])[]) => {
    await list?.add(rows)
  },
  closeList: async () => {
    await list?.close()
    list = null
  },
  dropList: () => {
    list?.drop()
    list = null
  },
} as const

export type Tasks = typeof tasks
export type TaskName = keyof Tasks
