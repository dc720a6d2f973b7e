import styles from './DemoMark.module.css'

/** Says, quietly and everywhere, that nothing on the screen is real. */
export function DemoMark() {
  return <span className={styles['demo']}>演示数据（虚构）</span>
}
