import type { WithRefusals } from '../act.ts'
import { ActButton } from '../ActButton.tsx'
import { graphql } from '../graphql.ts'

export const UndoPairings = graphql(`
  mutation UndoPairings($input: UndoPairingsInput!) {
    undoPairings(input: $input) { ...Refused ... on PairingsUndone { count } }
  }
`)

/** What was done with so many pairings that were taken back. */
export const undone = ({ count }: { count: number }) => `已撤销 ${count} 个结对`

interface UndoButtonProps {
  of: { batchId: string } | { id: string }
  on?: WithRefusals
  label: string
  question: string
  onDone: () => void
}

/** Takes new pairings back. */
export function UndoButton({ of, ...words }: UndoButtonProps) {
  return (
    <ActButton
      act={UndoPairings}
      input={() => of}
      {...words}
      danger
      consequence="撤销后如同没有办过；操作日志里仍有记录。"
      confirmLabel="撤销"
      toast={undone}
    />
  )
}
