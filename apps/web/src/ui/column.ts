import type { ReactNode } from 'react'

/** One column of a list. */
export interface Column<Row> {
  /** Its stable name: in addresses, in saved views, and as the key to sort by. */
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** Whether the server can sort by it. */
  sortable?: boolean
  /** In pixels; without it the content decides. */
  width?: number
  /** `right` for numbers. */
  align?: 'right'
  /** Stays at the left while the table scrolls and can't be taken away: what the row is. */
  fixed?: boolean
  /** Not shown until it is chosen. */
  extra?: boolean
  /** Buttons, which are of no use on paper. */
  screenOnly?: boolean
  /** Its part in a phone's card: the heading, or none. */
  card?: 'heading' | 'none'
}

/** The columns to show: those chosen, else all but the extra ones; fixed ones always. */
export function columnsShown<Row>(columns: readonly Column<Row>[], chosen: readonly string[]): readonly Column<Row>[] {
  return columns.filter((it) => it.fixed || (chosen.length > 0 ? chosen.includes(it.key) : !it.extra))
}
