import { Drawer } from 'antd'
import type { ReactNode } from 'react'

import { focusDrawer } from './focusDrawer.ts'
import { usePhone } from './usePhone.ts'

interface DetailDrawerProps {
  open: boolean
  title: string
  onClose: () => void
  actions?: ReactNode
  children: ReactNode
}

/** One thing of a list, beside the list; on a phone over all of it. Its being open belongs into the address. */
export function DetailDrawer({ open, title, onClose, actions, children }: DetailDrawerProps) {
  const phone = usePhone()
  return (
    <Drawer
      open={open}
      onClose={onClose}
      afterOpenChange={focusDrawer}
      title={title}
      size={phone ? '100%' : 640}
      extra={actions}
      destroyOnHidden
    >
      {children}
    </Drawer>
  )
}
