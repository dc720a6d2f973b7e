import { SearchOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useState } from 'react'

import type { Area } from '../navigation.ts'
import { focusDrawer } from '../ui/focusDrawer.ts'
import { NavigationLinks } from './NavigationLinks.tsx'

interface PhoneMenuDrawerProps {
  open: boolean
  areas: readonly Area[]
  onClose: () => void
  onSearch: () => void
}

/** The navigation from the side, the search above it. */
export function PhoneMenuDrawer({ open, areas, onClose, onSearch }: PhoneMenuDrawerProps) {
  const [leaving, setLeaving] = useState(false)
  const afterOpenChange = (isOpen: boolean) => {
    focusDrawer(isOpen)
    // Once this one has given the focus back: two dialogs at a time would quarrel over it.
    if (isOpen || !leaving) return
    setLeaving(false)
    onSearch()
  }
  const search = (
    <Button
      icon={<SearchOutlined aria-hidden="true" />}
      onClick={() => {
        setLeaving(true)
        onClose()
      }}
    >
      查找
    </Button>
  )
  return (
    <Drawer
      open={open}
      onClose={onClose}
      afterOpenChange={afterOpenChange}
      placement="left"
      size={280}
      title="导航"
      extra={search}
    >
      <nav aria-label="主导航">
        <NavigationLinks areas={areas} onFollow={onClose} />
      </nav>
    </Drawer>
  )
}
