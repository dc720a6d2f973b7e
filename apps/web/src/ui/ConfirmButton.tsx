import { Alert, type ButtonProps, Modal } from 'antd'
import { type ReactNode, useState } from 'react'

import styles from './ConfirmButton.module.css'
import { describeError } from './describeError.ts'
import { ReasonInput, type ReasonRule, useReason } from './ReasonInput.tsx'
import type { RefusalLike } from './refusal.ts'
import { RefusableButton } from './RefusableButton.tsx'
import { isFirstClick } from './once.ts'

interface ConfirmButtonProps {
  label: string
  /** Why it can't be pressed now, from the server; null or undefined when it can. */
  refusal: string | null | undefined
  /** The question, e.g. `终止与白云社区的结对？`. */
  question: string
  /** What follows from it, and whether it can be undone. */
  consequence: ReactNode
  confirmLabel: string
  danger?: boolean
  /** Asks for a reason by this rule; it goes into the record. */
  reason?: ReasonRule
  /** The state of the act: `{...useAct(…)[1]}`. */
  act: { busy: boolean; refusal: RefusalLike | null; error: unknown }
  /** Resolves to something truthy when done: the dialog then closes. */
  onConfirm: (reason: string) => Promise<unknown>
  button?: Pick<ButtonProps, 'type' | 'size' | 'icon' | 'block'>
}

/** A button whose act is asked about first; what the server answers shows in the dialog. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { danger = false, act } = props
  const [open, setOpen] = useState(false)
  const reason = useReason()

  const confirm = async () => {
    const text = props.reason ? reason.take(props.reason) : ''
    if (text !== null && (await props.onConfirm(text))) close()
  }
  const close = () => {
    setOpen(false)
    reason.clear()
  }

  return (
    <>
      <RefusableButton {...props.button} danger={danger} refusal={props.refusal} onClick={() => setOpen(true)}>
        {props.label}
      </RefusableButton>
      <Modal
        open={open}
        title={props.question}
        okText={props.confirmLabel}
        okButtonProps={{ danger, loading: act.busy }}
        cancelText="不了"
        onOk={(event) => isFirstClick(event) && void confirm()}
        onCancel={close}
        destroyOnHidden
      >
        {act.refusal && <Alert type="error" showIcon role="alert" title={act.refusal.message} />}
        {act.error != null && <Alert type="error" showIcon role="alert" {...describeError(act.error)} />}
        <div className={styles['consequence']}>{props.consequence}</div>
        {props.reason && <ReasonInput label="原因" rule={props.reason} {...reason.input} />}
      </Modal>
    </>
  )
}
