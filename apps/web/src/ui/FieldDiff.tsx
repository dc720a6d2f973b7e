import styles from './FieldDiff.module.css'

/** One field of a record, before and after a change; null stands for "nothing there". */
export interface FieldChange {
  field: string
  label: string
  before: string | null
  after: string | null
}

/** What a change did to a record, field by field. */
export function FieldDiff({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <dl className={styles['diff']}>
      {changes.map(({ field, label, before, after }) => (
        <div key={field} className={styles['line']}>
          <dt>{label}</dt>
          <dd>
            <del>
              <span className="sr-only">原为</span>
              {before ?? '（空）'}
            </del>
            <span aria-hidden="true" className={styles['arrow']}>
              →
            </span>
            <ins>
              <span className="sr-only">改为</span>
              {after ?? '（空）'}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
