import { Alert, Modal } from 'antd'
import { useState } from 'react'

import { describeError } from './describeError.ts'
import { ReasonInput, type ReasonRule, useReason } from './ReasonInput.tsx'
import { RefusableButton } from './RefusableButton.tsx'
import type { RefusalLike } from './refusal.ts'
import { isFirstClick } from './once.ts'

interface MaskedValueProps {
  /** What it is, e.g. `手机号`. */
  label: string
  /** As the API gives it: `138****1234`; null when there is none. */
  masked: string | null
  /** Why this viewer may not see it, from the server. */
  refusal: string | null | undefined
  /** What is asked of the reason. */
  rule: ReasonRule
  act: { busy: boolean; refusal: RefusalLike | null; error: unknown }
  /** Asks the server for the whole value; each look is logged with its reason. Null when it was refused. */
  onReveal: (reason: string) => Promise<string | null>
}

/** A phone or identity number, masked until its sight is asked for with a reason. Hidden again with the page. */
export function MaskedValue({ label, masked, refusal, rule, act, onReveal }: MaskedValueProps) {
  const [open, setOpen] = useState(false)
  const [whole, setWhole] = useState<string | null>(null)
  const reason = useReason()

  const reveal = async () => {
    const why = reason.take(rule)
    const value = why === null ? null : await onReveal(why)
    if (value === null) return
    setWhole(value)
    setOpen(false)
  }

  if (masked === null) return <>未填</>
  if (whole !== null) return <>{whole}</>
  return (
    <>
      {masked}
      <RefusableButton
        type="link"
        size="small"
        refusal={refusal}
        aria-label={`查看${label}`}
        onClick={() => setOpen(true)}
      >
        查看
      </RefusableButton>
      <Modal
        open={open}
        title={`查看完整${label}`}
        okText="查看"
        okButtonProps={{ loading: act.busy }}
        onOk={(event) => isFirstClick(event) && void reveal()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {act.refusal && <Alert type="error" showIcon role="alert" title={act.refusal.message} />}
        {act.error != null && <Alert type="error" showIcon role="alert" {...describeError(act.error)} />}
        <p>每次查看都会记入操作日志。</p>
        <ReasonInput label="查看原因" rule={rule} {...reason.input} />
      </Modal>
    </>
  )
}
