import { ExportButton } from '../sheets/ExportButton.tsx'
import { columnsShown } from '../ui/column.ts'
import type { ListView } from './useList.ts'

/** Downloads a list as it is on screen: it asks for what the page asks, for the columns shown. */
export function ListExport<Data, Row>({ list: view }: { list: ListView<Data, Row> }) {
  const { list, at, params, columns } = view
  return <ExportButton list={list.name} columns={columnsShown(columns, at.columns)} variables={list.asked(params)} />
}
