import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'

import type { Group } from '../navigation.ts'
import { whenOpen } from '../ui/whenOpen.tsx'

const PhoneMenuDrawer = whenOpen(() => import('./PhoneMenuDrawer.tsx').then((it) => it.PhoneMenuDrawer))

/** The whole navigation on a phone, behind a button. */
export function PhoneMenu({ groups }: { groups: readonly Group[] }) {
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
      <PhoneMenuDrawer open={open} groups={groups} onClose={() => setOpen(false)} />
    </>
  )
}
