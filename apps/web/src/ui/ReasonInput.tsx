import { checkReason, REASON_LEAST, REASON_MOST, reasonHint } from '@sitai/rules/reason'
import { Input } from 'antd'
import { useId, useState } from 'react'

/** The state of a reason that a dialog asks for outside a form. */
export interface ReasonState {
  text: string
  /** What is wrong with it, once somebody has tried to go on. */
  problem: string | null
}

interface ReasonInputProps {
  label: string
  state: ReasonState
  onChange: (text: string) => void
  /** The least characters (packages/rules). */
  least?: number | undefined
}

/** A reason that goes into the record: the field says how long it has to be, and what is wrong with it. */
export function ReasonInput({ label, state, onChange, least = REASON_LEAST }: ReasonInputProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>
        {label}（{reasonHint(least)}）
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={REASON_MOST}
        value={state.text}
        status={state.problem ? 'error' : ''}
        aria-invalid={state.problem !== null}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-problem`} role="alert" className="field-error">
        {state.problem}
      </p>
    </>
  )
}

/** Keeps a reason; `take()` answers it as it is kept, or null and then shows why not. */
export function useReason(least = REASON_LEAST) {
  const [state, setState] = useState<ReasonState>({ text: '', problem: null })
  const change = (text: string) => setState({ text, problem: null })
  const take = (): string | null => {
    const checked = checkReason(state.text, least)
    if (checked.ok) return checked.value
    setState({ ...state, problem: checked.reason })
    return null
  }
  return { field: { state, onChange: change, least }, take, clear: () => change('') }
}
