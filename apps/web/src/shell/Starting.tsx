import { Mark } from '../ui/Mark.tsx'
import styles from './Starting.module.css'

/** The first moment, before the viewer is known. */
export function Starting() {
  return (
    <main className={styles['starting']} aria-busy="true">
      <Mark />
      <p role="status">正在打开…</p>
    </main>
  )
}
