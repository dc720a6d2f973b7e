import { StarOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Modal } from 'antd'
import { useId, useState } from 'react'

import styles from './SavedViews.module.css'

/** A list's filters, order and columns under a name. */
export interface SavedView {
  id: string
  name: string
  isShared: boolean
  /** Whether this viewer may delete it. */
  canDelete: boolean
}

interface SavedViewsProps {
  views: readonly SavedView[]
  onApply: (view: SavedView) => void
  /** Saves what the list shows now; resolves to the server's refusal in words, or null when saved. */
  onSave: (name: string, isShared: boolean) => Promise<string | null>
  onDelete: (view: SavedView) => void
  /** Whether this viewer may save views for the whole bureau. */
  mayShare: boolean
}

/** The views of a list: take one up, save the present one, delete one. */
export function SavedViews({ views, onApply, onSave, onDelete, mayShare }: SavedViewsProps) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const id = useId()

  const save = async () => {
    const answer = name.trim() ? await onSave(name.trim(), shared) : '请填写视图名称'
    setRefusal(answer)
    if (answer === null) setName('')
  }

  return (
    <>
      <Button icon={<StarOutlined />} onClick={() => setOpen(true)}>
        视图
      </Button>
      <Modal open={open} title="视图" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        {views.length === 0 && <p>还没有保存过视图。</p>}
        <ul className={styles['views']}>
          {views.map((view) => (
            <li key={view.id} className={styles['view']}>
              <Button type="link" onClick={() => [onApply(view), setOpen(false)]}>
                {view.name}
              </Button>
              {view.isShared && <span className={styles['shared']}>本局共用</span>}
              {view.canDelete && (
                <Button type="text" danger aria-label={`删除视图${view.name}`} onClick={() => onDelete(view)}>
                  删除
                </Button>
              )}
            </li>
          ))}
        </ul>
        <form
          aria-label="保存当前视图"
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <label htmlFor={id}>把当前的筛选、排序和列保存为</label>
          <div className={styles['save']}>
            <Input
              id={id}
              value={name}
              maxLength={30}
              aria-describedby={`${id}-refusal`}
              onChange={({ target }) => setName(target.value)}
            />
            <Button type="primary" htmlType="submit">
              保存
            </Button>
          </div>
          {mayShare && (
            <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
              本局人人可用
            </Checkbox>
          )}
          <p id={`${id}-refusal`} role="alert" className="field-error">
            {refusal}
          </p>
        </form>
      </Modal>
    </>
  )
}
