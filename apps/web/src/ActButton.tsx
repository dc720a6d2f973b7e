import type { TypedDocumentNode } from '@apollo/client'
import type { ComponentProps } from 'react'

import { actOf, type ActOptions, type Done, type WithRefusals, refusalOf, useAct } from './act.ts'
import { ConfirmButton } from './ui/ConfirmButton.tsx'
import { useToast } from './ui/toast.tsx'

type Words = Omit<ComponentProps<typeof ConfirmButton>, 'act' | 'onConfirm' | 'confirmLabel' | 'refusal'>

interface ActButtonProps<Data, Input> extends Words, ActOptions {
  act: TypedDocumentNode<Data, { input: Input }>
  /** Made when it is confirmed, with the reason that was given. */
  input: (reason: string) => NoInfer<Input>
  /** What it is done with: it says whether the act is refused now. */
  on?: WithRefusals
  /** Why it can't be pressed now where `on` does not say it; null or undefined when it can. */
  refusal?: string | null | undefined
  /** On the dialog's button, where it differs from the label. */
  confirmLabel?: string
  /** What the toast says when it is done; none where the page itself shows it. */
  toast?: string | ((done: Done<Data>) => string)
  /** What else follows, e.g. where to go. */
  onDone?: (done: Done<Data>) => void
}

/**
 * An act behind a button that asks first. What the server refuses shows in the dialog; once it is done the queries on
 * the page are asked again, then the toast says so.
 */
export function ActButton<Data extends object, Input>(props: ActButtonProps<Data, Input>) {
  const { act, input, on, toast, onDone, refetch = 'active', confirmLabel = props.label, ...words } = props
  const [run, state] = useAct(act, { refetch })
  const { success } = useToast()
  const confirm = async (reason: string) => {
    const done = await run({ input: input(reason) })
    if (done === null) return false
    if (toast !== undefined) success(typeof toast === 'string' ? toast : toast(done))
    onDone?.(done)
    return true
  }
  const refusal = (on && refusalOf(on, actOf(act))) ?? props.refusal
  return <ConfirmButton {...words} refusal={refusal} confirmLabel={confirmLabel} act={state} onConfirm={confirm} />
}
