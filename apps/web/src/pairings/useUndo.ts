import { useState } from 'react'

import { useAct } from '../act.ts'
import { graphql } from '../graphql.ts'
import { useToast } from '../ui/toast.tsx'

const UndoPairings = graphql(`
  mutation UndoPairings($input: UndoPairingsInput!) {
    undoPairings(input: $input) {
      ... on Refusal {
        code
        message
        path
      }
      ... on PairingsUndone {
        count
      }
    }
  }
`)

/**
 * Taking new pairings back: `offer` says what was done with the undo beside it for ten seconds, `undo` does it at once.
 * `refusal` is why it was too late, for the page to show.
 */
export function useUndo() {
  const toast = useToast()
  const [run, act] = useAct(UndoPairings, (data) => data.undoPairings, { refetch: 'active' })
  const [undone, setUndone] = useState(0)
  const undo = async (target: { batchId: string } | { id: string }) => {
    const done = await run({ input: target })
    if (!done) return false
    setUndone((before) => before + 1)
    toast.success(`已撤销 ${done.count} 个结对`)
    return true
  }
  const offer = (text: string, target: { batchId: string } | { id: string }, after: () => void = () => {}) =>
    toast.undoable(text, { label: '撤销', onUndo: () => void undo(target).then((done) => done && after()) })
  return { undo, offer, undone, act }
}
