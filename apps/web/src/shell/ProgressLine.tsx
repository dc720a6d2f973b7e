import { useNavigation } from 'react-router'

import { useConnection } from '../connection.ts'
import styles from './ProgressLine.module.css'

/** A thin line at the top while something is under way; quick answers never show it. */
export function ProgressLine() {
  const { busy } = useConnection()
  const { state } = useNavigation()
  if (busy === 0 && state === 'idle') return null
  return <div className={styles['line']} data-progress aria-hidden="true" />
}
