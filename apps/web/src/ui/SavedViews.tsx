import { StarOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Modal } from 'antd'
import { useId, useState } from 'react'

import styles from './SavedViews.module.css'
import { firstClick, useOnce } from './once.ts'

/** A list's filters, order and columns under a name. */
export interface SavedView {
  id: string
  name: string
  isShared: boolean
  /** Whether this viewer may rename and delete it. */
  isOwn: boolean
}

interface SavedViewsProps {
  views: readonly SavedView[]
  onApply: (view: SavedView) => void
  /** Saves what the list shows now; resolves to the server's refusal in words, or null when saved. */
  onSave: (name: string, isShared: boolean) => Promise<string | null>
  /** As onSave. */
  onRename: (view: SavedView, name: string) => Promise<string | null>
  onDelete: (view: SavedView) => void
  /** Whether this viewer may save views for the whole bureau. */
  mayShare: boolean
}

/** The views of a list: take one up, save the present one, rename or delete one. */
export function SavedViews({ views, onApply, onSave, onRename, onDelete, mayShare }: SavedViewsProps) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [renaming, setRenaming] = useState('')
  const id = useId()

  const [busy, once] = useOnce()

  const save = async () => {
    const answer = name.trim() ? await onSave(name.trim(), shared) : '请填写视图名称'
    setRefusal(answer)
    if (answer === null) setName('')
  }

  return (
    <>
      <Button icon={<StarOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        视图
      </Button>
      <Modal open={open} title="视图" footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        {views.length === 0 && <p>还没有保存过视图。</p>}
        <ul className={styles['views']}>
          {views.map((view) => (
            <li key={view.id} className={styles['view']}>
              {renaming === view.id ? (
                <Rename view={view} onRename={onRename} onEnd={() => setRenaming('')} />
              ) : (
                <>
                  <Button type="link" onClick={() => [onApply(view), setOpen(false)]}>
                    {view.name}
                  </Button>
                  {view.isShared && <span className={styles['shared']}>本局共用</span>}
                  {view.isOwn && (
                    <Button type="text" aria-label={`改名${view.name}`} onClick={() => setRenaming(view.id)}>
                      改名
                    </Button>
                  )}
                  {view.isOwn && (
                    <Button type="text" danger aria-label={`删除视图${view.name}`} onClick={() => onDelete(view)}>
                      删除
                    </Button>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
        <form
          aria-label="保存当前视图"
          onSubmit={(event) => {
            event.preventDefault()
            once(save)
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
            <Button type="primary" htmlType="submit" loading={busy} onClick={firstClick}>
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

interface RenameProps extends Pick<SavedViewsProps, 'onRename'> {
  view: SavedView
  onEnd: () => void
}

/** A view's name while it is changed: Enter keeps it, Escape leaves it. */
function Rename({ view, onRename, onEnd }: RenameProps) {
  const [name, setName] = useState(view.name)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, once] = useOnce()
  const keep = async () => {
    const answer = name.trim() ? await onRename(view, name.trim()) : '请填写视图名称'
    setRefusal(answer)
    if (answer === null) onEnd()
  }
  return (
    <form
      aria-label={`改名${view.name}`}
      style={{ width: '100%' }}
      onSubmit={(event) => {
        event.preventDefault()
        once(keep)
      }}
    >
      <div className={styles['save']}>
        <Input
          aria-label="新的名称"
          value={name}
          maxLength={30}
          autoFocus
          onChange={({ target }) => setName(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            onEnd()
          }}
        />
        <Button type="primary" htmlType="submit" loading={busy} onClick={firstClick}>
          改名
        </Button>
        <Button onClick={onEnd}>取消</Button>
      </div>
      <p role="alert" className="field-error">
        {refusal}
      </p>
    </form>
  )
}
