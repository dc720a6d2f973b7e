import { type ButtonProps, Modal } from 'antd'
import { type ReactNode, useState } from 'react'

import { RefusableButton } from '../ui/RefusableButton.tsx'

interface ActDialogProps {
  label: string
  /** Why it can't be pressed now; null when it can. */
  refusal: string | null | undefined
  title: string
  danger?: boolean
  primary?: boolean
  width?: number
  /** The dialog's content; `close` shuts it. */
  children: (close: () => void) => ReactNode
}

/** A button that opens a form of its own, made anew each time. */
export function ActDialog({
  label,
  refusal,
  title,
  danger = false,
  primary = false,
  width = 560,
  children,
}: ActDialogProps) {
  const [open, setOpen] = useState(false)
  const look: Pick<ButtonProps, 'type'> = primary ? { type: 'primary' } : {}
  const close = () => setOpen(false)
  return (
    <>
      <RefusableButton {...look} danger={danger} refusal={refusal} onClick={() => setOpen(true)}>
        {label}
      </RefusableButton>
      <Modal open={open} title={title} footer={null} onCancel={close} width={width} destroyOnHidden>
        {children(close)}
      </Modal>
    </>
  )
}
