import { Modal } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useBlocker } from 'react-router'

/**
 * Asks before leaving a page whose form holds unsaved changes.
 * A page that holds something from the start says `initially`, and in which words it asks.
 * Put `dialog` into the page and hand `setDirty` to the form: `<Form onDirty={leaving.setDirty}>`.
 */
export function useLeaveGuard(
  initially = false,
  words = { ok: '离开，不保存', cancel: '继续填写', text: '您填写的内容还没有保存，离开后会丢失。' },
): { setDirty: (dirty: boolean) => void; dialog: ReactNode } {
  const [dirty, setShown] = useState(initially)
  // What is saved may be left at once, before the page is drawn again.
  const now = useRef(initially)
  const setDirty = (it: boolean) => {
    now.current = it
    setShown(it)
  }
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => now.current && currentLocation.pathname !== nextLocation.pathname,
  )

  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])

  const dialog = (
    <Modal
      open={blocker.state === 'blocked'}
      title="离开此页？"
      okText={words.ok}
      okButtonProps={{ danger: true }}
      cancelText={words.cancel}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {words.text}
    </Modal>
  )
  return { setDirty, dialog }
}
