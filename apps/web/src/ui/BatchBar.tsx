import { Button } from 'antd'

import styles from './BatchBar.module.css'
import type { Selection } from './DataTable.tsx'

/** What can be done with the rows chosen, at the foot of the window. */
export function BatchBar({ keys, onChange, actions }: Selection) {
  return (
    <section className={styles['bar']} aria-label="批量操作">
      <span role="status">已选 {keys.length} 项</span>
      <Button type="link" onClick={() => onChange([])}>
        取消选择
      </Button>
      <div className={styles['actions']}>{actions}</div>
    </section>
  )
}
