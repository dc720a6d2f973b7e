import { actOf, type WithRefusals, refusalOf } from './act.ts'
import { ActForm, type ActFormProps } from './ActForm.tsx'
import { FormDialog, type FormDialogProps } from './ui/FormDialog.tsx'

interface ActDialogProps<Values, Data, Input>
  extends
    Omit<ActFormProps<Values, Data, Input>, 'submitLabel' | 'onCancel'>,
    Partial<Pick<FormDialogProps, 'button' | 'width' | 'refusal'>> {
  /** What it is done with: it says whether the act is refused now; `refusal` says what else stands in its way. */
  on?: WithRefusals
  title: string
  /** What the form is called, and its button, where they differ from the button that opens it. */
  formLabel?: string
  submitLabel?: string
}

/** A button that opens the form of an act, made anew each time and shut when the act is done. */
export function ActDialog<Values extends object, Data extends object, Input>(
  props: ActDialogProps<Values, Data, Input>,
) {
  const { label, on, title, button, width, formLabel = label, submitLabel = label, onDone, refusal: _, ...form } = props
  const refusal = (on && refusalOf(on, actOf(props.act))) ?? props.refusal
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
