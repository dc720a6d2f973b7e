import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'

import { focusDrawer } from './focusDrawer.ts'
import styles from './FilterBar.module.css'

interface FilterDrawerProps {
  open: boolean
  onClose: () => void
  /** Takes all filters off. */
  clear: ReactNode
  /** The filters. */
  children: ReactNode
}

/** The filters of a list on a phone. */
export function FilterDrawer({ open, onClose, clear, children }: FilterDrawerProps) {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      afterOpenChange={focusDrawer}
      placement="bottom"
      size="auto"
      title="筛选"
      extra={clear}
    >
      <div className={styles['drawer']}>
        {children}
        <Button type="primary" block onClick={onClose}>
          查看结果
        </Button>
      </div>
    </Drawer>
  )
}
