import { Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { SearchPanel } from './SearchPanel.tsx'

interface SearchDialogProps {
  open: boolean
  onClose: () => void
}

/** Finds pages, acts and records by name over any page. */
export function SearchDialog({ open, onClose }: SearchDialogProps) {
  const navigate = useNavigate()
  const [left, setLeft] = useState(false)
  const go = (path: string) => {
    setLeft(true)
    onClose()
    void navigate(path)
  }
  const afterClose = () => {
    // Whoever goes to a page begins at its content; who does not, where one was.
    if (left) document.getElementById('main')?.focus({ preventScroll: true })
    setLeft(false)
  }
  return (
    <Modal
      open={open}
      title="查找"
      footer={null}
      width={600}
      style={{ top: 56 }}
      destroyOnHidden
      focusable={{ focusTriggerAfterClose: !left }}
      onCancel={onClose}
      afterClose={afterClose}
    >
      <SearchPanel onGo={go} />
    </Modal>
  )
}
