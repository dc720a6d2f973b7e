import styles from './CardList.module.css'
import type { DataTableProps } from './DataTable.tsx'
import { RowCheckbox } from './RowCheckbox.tsx'
import { toggled } from './WideTable.tsx'

/** The rows of a list on a phone: one card each, with the heading column on top. */
export function CardList<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, selection } = props
  const heading = columns.find((it) => it.card === 'heading') ?? columns[0]
  const lines = columns.filter((it) => it !== heading && it.card !== 'none')
  return (
    <>
      <CardSort {...props} />
      <ul aria-label={label} className={styles['cards']}>
        {rows.map((row) => {
          const key = rowKey(row)
          return (
            <li key={key} className={styles['card']}>
              <div className={styles['heading']}>
                {selection && (
                  <RowCheckbox
                    label="选择这一项"
                    checked={selection.keys.includes(key)}
                    onChange={() => selection.onChange(toggled(selection.keys, key))}
                  />
                )}
                <div className={styles['name']}>{heading?.render(row)}</div>
              </div>
              <dl className={styles['lines']}>
                {lines.map((it) => {
                  const value = it.render(row)
                  // What a table must mark as empty, a card just leaves out.
                  if (value == null || value === '' || value === '—') return null
                  return (
                    <div key={it.key} className={styles['line']}>
                      <dt>{it.title}</dt>
                      <dd>{value}</dd>
                    </div>
                  )
                })}
              </dl>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function CardSort<Row>({ columns, sort = '', onSort }: DataTableProps<Row>) {
  const options = columns
    .filter((it) => it.sortable)
    .flatMap(({ key, title }) => [
      { value: key, label: `${title} 升序` },
      { value: `-${key}`, label: `${title} 降序` },
    ])
  if (!onSort || options.length === 0) return null
  return (
    <select aria-label="排序" className={styles['sort']} value={sort} onChange={({ target }) => onSort(target.value)}>
      <option value="">默认排序</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
