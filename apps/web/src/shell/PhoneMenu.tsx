import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'

import type { Area } from '../navigation.ts'
import { whenOpen } from '../ui/whenOpen.tsx'

const PhoneMenuDrawer = whenOpen(() => import('./PhoneMenuDrawer.tsx').then((it) => it.PhoneMenuDrawer))

interface PhoneMenuProps {
  areas: readonly Area[]
  onSearch: () => void
}

/** The whole navigation on a phone, behind a button. */
export function PhoneMenu({ areas, onSearch }: PhoneMenuProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        type="text"
        icon={<MenuOutlined aria-hidden="true" />}
        aria-label="打开导航"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      <PhoneMenuDrawer open={open} areas={areas} onClose={() => setOpen(false)} onSearch={onSearch} />
    </>
  )
}
