import styles from './Skeleton.module.css'

/** Grey lines in the place of words that are on their way. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  return (
    <div className={styles['lines']} aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles['line']} />
      ))}
    </div>
  )
}
