import { Alert, Form as AntForm, Button, type FormInstance } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'

import { ConflictNotice } from './ConflictNotice.tsx'
import { cx } from './cx.ts'
import { describeError } from './describeError.ts'
import styles from './Form.module.css'
import { firstClick, useOnce } from './once.ts'
import { type RefusalLike, refusedField } from './refusal.ts'

/** The part of Standard Schema a form needs: any zod schema is one. */
export interface FormSchema<Values> {
  readonly '~standard': {
    validate(value: unknown): SchemaResult<Values> | Promise<SchemaResult<Values>>
  }
}
type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined }
type SchemaResult<Values> = { value: Values; issues?: undefined } | { issues: readonly Issue[] }

export interface FormProps<Values> {
  /** What the form is for, to a screen reader. */
  label: string
  submitLabel: string
  busy: boolean
  /** The server's answer to the last try. */
  refusal: RefusalLike | null
  /** A failure nobody planned for: no connection, a fault. */
  error: unknown
  onSubmit: (values: Values) => unknown
  initialValues?: Partial<Values>
  /** Checked before `onSubmit`; share it with the API through packages/rules. */
  schema?: FormSchema<Values>
  onCancel?: () => void
  /** Told when the form starts and ceases to hold unsaved changes; see useLeaveGuard. */
  onDirty?: (dirty: boolean) => void
  /** Loads the record again after somebody else changed it (refusal VERSION_CONFLICT). */
  onReload?: () => void
  /** The submit button fills the card's width. */
  wide?: boolean
  children: ReactNode
}

/** A form that shows a refusal at the field it speaks of, else on top, and can't be sent twice. */
export function Form<Values extends object = never>(props: FormProps<Values>) {
  const [form] = AntForm.useForm()
  // A form that is made anew, with the record's latest content or in a dialog opened again, was refused nothing yet.
  const [former, setFormer] = useState({ refusal: props.refusal, error: props.error })
  const refusal = props.refusal === former.refusal ? null : props.refusal
  const error = props.error === former.error ? null : props.error
  const { onDirty } = props
  // What the schema has against no field in particular.
  const [ownIssue, setOwnIssue] = useState<string | null>(null)
  const field = refusal ? refusedField(refusal, fieldsOf(form.getFieldsError())) : null
  const general = ownIssue ?? (refusal && !field ? refusal.message : null)

  const conflict = refusal?.code === 'VERSION_CONFLICT' && props.onReload ? refusal : null
  const trouble = error ?? conflict ?? general
  const notice = useRef<HTMLDivElement>(null)

  // The notice stands on top and the button that was pressed may be a screen below.
  useEffect(() => {
    if (trouble === null || trouble === undefined) return
    notice.current?.scrollIntoView({ block: 'center' })
    notice.current?.focus({ preventScroll: true })
  }, [trouble])

  useEffect(() => {
    if (refusal && field) showIssues(form, [{ field, message: refusal.message }])
  }, [refusal, field, form])

  const [busy, once] = useOnce()
  const submit = async (values: Values) => {
    setFormer({ refusal: props.refusal, error: props.error })
    const checked = props.schema ? await props.schema['~standard'].validate(values) : { value: values }
    if (checked.issues) {
      const fields = fieldsOf(form.getFieldsError())
      const found = checked.issues.map((issue) => ({ field: fieldOf(issue), message: issue.message }))
      setOwnIssue(found.find((it) => !fields.includes(it.field))?.message ?? null)
      return showIssues(form, found)
    }
    setOwnIssue(null)
    onDirty?.(false)
    await props.onSubmit(checked.value)
  }

  return (
    <AntForm
      form={form}
      layout="vertical"
      className={cx(styles['form'])}
      aria-label={props.label}
      requiredMark={(label, { required }) => (required ? label : <OptionalLabel label={label} />)}
      initialValues={props.initialValues ?? {}}
      onValuesChange={() => onDirty?.(true)}
      onFinish={(values: Values) => once(() => submit(values))}
      scrollToFirstError={{ focus: true, block: 'center' }}
      validateTrigger="onBlur"
    >
      <div ref={notice} tabIndex={-1} className={styles['notice']}>
        {conflict && props.onReload ? (
          <ConflictNotice message={conflict.message} onReload={props.onReload} />
        ) : (
          general && <Alert style={{ marginBottom: 16 }} type="error" showIcon role="alert" title={general} />
        )}
        {error !== undefined && error !== null && (
          <Alert style={{ marginBottom: 16 }} type="error" showIcon role="alert" {...describeError(error)} />
        )}
      </div>
      {props.children}
      <div className={styles['actions']}>
        <Button
          type="primary"
          htmlType="submit"
          loading={props.busy || busy}
          onClick={firstClick}
          block={props.wide === true}
        >
          {props.submitLabel}
        </Button>
        {props.onCancel && <Button onClick={props.onCancel}>取消</Button>}
      </div>
    </AntForm>
  )
}

function OptionalLabel({ label }: { label: ReactNode }) {
  return (
    <>
      {label}
      <span className={styles['optional']}>（选填）</span>
    </>
  )
}

function fieldsOf(errors: readonly { name: readonly (string | number)[] }[]): string[] {
  return errors.map(({ name }) => String(name[0]))
}

function fieldOf({ path }: Issue): string {
  const first = path?.[0]
  return String(typeof first === 'object' ? first.key : first)
}

function showIssues(form: FormInstance, issues: readonly { field: string; message: string }[]) {
  form.setFields(issues.map(({ field, message }) => ({ name: field, errors: [message] })))
  const [first] = issues
  if (first) form.focusField(first.field)
}
