import type { TypedDocumentNode } from '@apollo/client'

import { type ActOptions, type Done, useAct } from './act.ts'
import { Form, type FormProps } from './ui/Form.tsx'
import { useToast } from './ui/toast.tsx'

export interface ActFormProps<Values, Data, Input>
  extends Omit<FormProps<Values>, 'busy' | 'refusal' | 'error' | 'onSubmit'>, ActOptions {
  act: TypedDocumentNode<Data, { input: Input }>
  /** Made of what was filled in. */
  input: (values: Values) => NoInfer<Input>
  /** What the toast says when it is done; none where the page itself shows it. */
  toast?: string | ((done: Done<Data>) => string)
  /** What else follows: the form is shut, or another page shown. */
  onDone?: (done: Done<Data>) => void
}

/** The form of an act: what the server refuses shows in it; once it is done the queries on the page are asked again. */
export function ActForm<Values extends object, Data extends object, Input>(props: ActFormProps<Values, Data, Input>) {
  const { act, input, toast, onDone, refetch = 'active', ...form } = props
  const [run, state] = useAct(act, { refetch })
  const { success } = useToast()
  const submit = async (values: Values) => {
    const done = await run({ input: input(values) })
    if (done === null) return
    onDone?.(done)
    if (toast !== undefined) success(typeof toast === 'string' ? toast : toast(done))
  }
  return <Form<Values> {...form} {...state} onSubmit={submit} />
}
