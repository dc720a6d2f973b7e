import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'

import { type Column, columnsShown } from './column.ts'
import { usePhone } from './usePhone.ts'

interface ColumnChooserProps {
  columns: readonly Column<never>[]
  /** The keys chosen; none means the usual ones. */
  chosen: readonly string[]
  onChange: (keys: readonly string[]) => void
}

/** Which columns a list shows; a phone's cards show the usual ones. */
export function ColumnChooser({ columns, chosen, onChange }: ColumnChooserProps) {
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  if (phone) return null
  const free = columns.filter((it) => !it.fixed)
  return (
    <>
      <Button icon={<SettingOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        列
      </Button>
      <Modal open={open} title="显示哪些列" width={360} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Checkbox.Group
          style={{ display: 'grid', gap: 8 }}
          value={columnsShown(free, chosen).map((it) => it.key)}
          options={free.map(({ key, title }) => ({ value: key, label: title }))}
          onChange={(keys) => onChange(keys)}
        />
        <Button type="link" onClick={() => onChange([])}>
          恢复默认
        </Button>
      </Modal>
    </>
  )
}
