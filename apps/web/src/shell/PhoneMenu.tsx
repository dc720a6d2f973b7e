import { MenuOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useState } from 'react'

import type { Group } from '../navigation.ts'
import { NavigationLinks } from './NavigationLinks.tsx'

/** The whole navigation on a phone, behind a button. */
export function PhoneMenu({ groups }: { groups: readonly Group[] }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        type="text"
        icon={<MenuOutlined />}
        aria-label="打开导航"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={280} title="导航">
        <nav aria-label="主导航">
          <NavigationLinks groups={groups} onFollow={() => setOpen(false)} />
        </nav>
      </Drawer>
    </>
  )
}
