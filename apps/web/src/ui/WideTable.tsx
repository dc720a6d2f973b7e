import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'

import type { Column } from './column.ts'
import { cx } from './cx.ts'
import type { DataTableProps, Selection } from './DataTable.tsx'
import styles from './DataTable.module.css'
import { RowCheckbox } from './RowCheckbox.tsx'

/** The rows of a list at a desk. What is wider than the page scrolls inside the table's own frame. */
export function WideTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, sort = '', onSort, selection } = props
  const { frame, isWide } = useIsWide()
  const keys = rows.map(rowKey)
  return (
    <div
      ref={frame}
      className={cx(styles['frame'], isWide && styles['wide'])}
      {...(isWide && { role: 'region', 'aria-label': `${label}，可横向滚动`, tabIndex: 0 })}
    >
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            {selection && <PageSelection label={label} keys={keys} selection={selection} />}
            {columns.map((it) => (
              <Head key={it.key} column={it} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const key = keys[index] ?? ''
            const isChosen = selection?.keys.includes(key) ?? false
            return (
              <tr key={key} {...(selection && { 'aria-selected': isChosen })}>
                {selection && (
                  <td className={styles['choose']}>
                    <RowCheckbox
                      label="选择这一行"
                      checked={isChosen}
                      onChange={() => selection.onChange(toggled(selection.keys, key))}
                    />
                  </td>
                )}
                {columns.map((it) => (
                  <td
                    key={it.key}
                    className={cx(
                      it.fixed && styles['fixed'],
                      it.align && styles['right'],
                      it.screenOnly && styles['screen'],
                    )}
                  >
                    {it.render(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface HeadProps<Row> {
  column: Column<Row>
  sort: string
  onSort: ((sort: string) => void) | undefined
}

function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const { key, title, sortable = false, width, align, fixed, screenOnly } = column
  const isUp = sort === key
  const isDown = sort === `-${key}`
  const style: CSSProperties = width === undefined ? {} : { width, minWidth: width }
  const className = cx(
    fixed && styles['fixed'],
    align && styles['right'],
    sortable && styles['sortable'],
    screenOnly && styles['screen'],
  )
  if (!sortable) {
    return (
      <th scope="col" className={className} style={style}>
        {title}
      </th>
    )
  }
  const next = isUp ? `-${key}` : isDown ? '' : key
  return (
    <th scope="col" className={className} style={style} aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}>
      <button type="button" className={styles['sort']} onClick={() => onSort?.(next)}>
        {title}
        <span aria-hidden="true" className={cx(styles['arrow'], (isUp || isDown) && styles['sorted'])}>
          {isUp ? '▲' : isDown ? '▼' : '⇅'}
        </span>
      </button>
    </th>
  )
}

/** Chooses the rows of this page, or none of them; those chosen on other pages stay. */
function PageSelection({ label, keys, selection }: { label: string; keys: readonly string[]; selection: Selection }) {
  const chosen = keys.filter((it) => selection.keys.includes(it)).length
  const others = selection.keys.filter((it) => !keys.includes(it))
  const isAll = chosen === keys.length
  return (
    <th scope="col" className={styles['choose']}>
      <RowCheckbox
        label={`选择本页全部${label}`}
        checked={isAll}
        mixed={chosen > 0 && !isAll}
        onChange={() => selection.onChange(isAll ? others : [...others, ...keys])}
      />
    </th>
  )
}

/** The keys with this one put in or taken out. */
export function toggled(keys: readonly string[], key: string): readonly string[] {
  return keys.includes(key) ? keys.filter((it) => it !== key) : [...keys, key]
}

/** Whether the content of a frame is wider than the frame. */
function useIsWide() {
  const frame = useRef<HTMLDivElement>(null)
  const [isWide, setIsWide] = useState(false)
  useLayoutEffect(() => {
    const element = frame.current
    const table = element?.firstElementChild
    if (!element || !table) return
    const measure = () => setIsWide(table.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    observer.observe(table)
    return () => observer.disconnect()
  }, [])
  return { frame, isWide }
}
