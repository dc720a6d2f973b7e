import type { TypedDocumentNode } from '@apollo/client'

import { type ActOptions, type Done, useAct } from './act.ts'
import { Form, type FormProps } from './ui/Form.tsx'
import { FormDialog, type FormDialogProps } from './ui/FormDialog.tsx'
import { useToast } from './ui/toast.tsx'

interface ActFormProps<Values, Data, Input>
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

interface ActDialogProps<Values, Data, Input>
  extends
    Omit<ActFormProps<Values, Data, Input>, 'submitLabel' | 'onCancel'>,
    Partial<Pick<FormDialogProps, 'button' | 'width' | 'refusal'>> {
  title: string
  /** What the form is called, and its button, where they differ from the button that opens it. */
  formLabel?: string
  submitLabel?: string
}

/** A button that opens the form of an act, made anew each time and shut when the act is done. */
export function ActDialog<Values extends object, Data extends object, Input>(
  props: ActDialogProps<Values, Data, Input>,
) {
  const { label, refusal, title, button, width, formLabel = label, submitLabel = label, onDone, ...form } = props
  return (
    <FormDialog label={label} refusal={refusal} title={title} {...(button && { button })} {...(width && { width })}>
      {(close) => (
        <ActForm
          {...form}
          label={formLabel}
          submitLabel={submitLabel}
          onCancel={close}
          onDone={(done) => {
            close()
            onDone?.(done)
          }}
        />
      )}
    </FormDialog>
  )
}
