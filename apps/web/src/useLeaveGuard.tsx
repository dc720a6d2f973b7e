import { Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useBlocker } from 'react-router'

/**
 * Asks before leaving a page whose form holds unsaved changes.
 * Put `dialog` into the page and hand `setDirty` to the form: `<Form onDirty={leaving.setDirty}>`.
 */
export function useLeaveGuard(): { setDirty: (dirty: boolean) => void; dialog: ReactNode } {
  const [dirty, setDirty] = useState(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
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
      okText="离开，不保存"
      okButtonProps={{ danger: true }}
      cancelText="继续填写"
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      您填写的内容还没有保存，离开后会丢失。
    </Modal>
  )
  return { setDirty, dialog }
}
