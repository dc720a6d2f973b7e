import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'

import { RefusableButton, type RefusableButtonProps } from './RefusableButton.tsx'

export interface FormDialogProps {
  label: string
  /** The server's sentence why it can't be done now; null or undefined when it can. */
  refusal: string | null | undefined
  title: string
  button?: Pick<RefusableButtonProps, 'type' | 'size' | 'danger' | 'aria-label'>
  width?: number
  /** The form; it calls `close` when done. */
  children: (close: () => void) => ReactNode
}

/** A button that opens a short form over the page. */
export function FormDialog({ label, refusal, title, button, width = 520, children }: FormDialogProps) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <RefusableButton {...button} refusal={refusal} onClick={() => setOpen(true)}>
        {label}
      </RefusableButton>
      <Modal open={open} title={title} footer={null} onCancel={close} width={width} destroyOnHidden>
        {children(close)}
      </Modal>
    </>
  )
}
