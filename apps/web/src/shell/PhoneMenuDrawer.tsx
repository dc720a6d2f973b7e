import { Drawer } from 'antd'

import type { Group } from '../navigation.ts'
import { focusDrawer } from '../ui/focusDrawer.ts'
import { NavigationLinks } from './NavigationLinks.tsx'

interface PhoneMenuDrawerProps {
  open: boolean
  groups: readonly Group[]
  onClose: () => void
}

/** The navigation from the side. */
export function PhoneMenuDrawer({ open, groups, onClose }: PhoneMenuDrawerProps) {
  return (
    <Drawer open={open} onClose={onClose} afterOpenChange={focusDrawer} placement="left" size={280} title="导航">
      <nav aria-label="主导航">
        <NavigationLinks groups={groups} onFollow={onClose} />
      </nav>
    </Drawer>
  )
}
