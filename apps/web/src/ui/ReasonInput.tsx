import { Input } from 'antd'
import { useId, useState } from 'react'

/** What is asked of a reason; packages/rules has the rules. */
export interface ReasonRule {
  readonly most: number
  readonly hint: string
  readonly check: (
    text: string,
  ) => { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string }
}

interface ReasonInputProps {
  label: string
  rule: ReasonRule
  text: string
  /** What is wrong with it, once somebody has tried to go on. */
  problem: string | null
  onChange: (text: string) => void
}

/** A reason that goes into the record: the field says how long it has to be, and what is wrong with it. */
export function ReasonInput({ label, rule, text, problem, onChange }: ReasonInputProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id}>
        {label}（{rule.hint}）
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={rule.most}
        value={text}
        status={problem ? 'error' : ''}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-problem`} role="alert" className="field-error">
        {problem}
      </p>
    </>
  )
}

/** Keeps what is written into a ReasonInput. */
export function useReason() {
  const [state, setState] = useState<{ text: string; problem: string | null }>({ text: '', problem: null })
  const write = (text: string) => setState({ text, problem: null })
  return {
    input: { ...state, onChange: write },
    /** The reason as it is kept, or null; the input then says what is wrong with it. */
    take: (rule: ReasonRule): string | null => {
      const checked = rule.check(state.text)
      if (checked.ok) return checked.value
      setState({ ...state, problem: checked.reason })
      return null
    },
    clear: () => write(''),
  }
}
