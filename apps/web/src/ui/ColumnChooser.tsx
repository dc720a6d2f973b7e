import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'

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
  if (phone) return null
  const free = columns.filter((it) => !it.fixed)
  const content = (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="sr-only">显示哪些列</legend>
      <Checkbox.Group
        style={{ display: 'grid', gap: 8 }}
        value={columnsShown(free, chosen).map((it) => it.key)}
        options={free.map(({ key, title }) => ({ value: key, label: title }))}
        onChange={(keys) => onChange(keys)}
      />
      <Button type="link" onClick={() => onChange([])}>
        恢复默认
      </Button>
    </fieldset>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button icon={<SettingOutlined />} aria-haspopup="dialog">
        列
      </Button>
    </Popover>
  )
}
