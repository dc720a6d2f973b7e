import { cx } from '../ui/cx.ts'
import styles from './Light.module.css'

/** Red, yellow or green as a word on its colour: never by colour alone. */
export function Light({ light }: { light: 'RED' | 'YELLOW' | 'GREEN' | null | undefined }) {
  if (!light) return null
  return <span className={cx(styles['light'], styles[light])}>{{ RED: '红', YELLOW: '黄', GREEN: '绿' }[light]}</span>
}
