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

/** Taking new pairings back; `act.refusal` is why it was too late, for the page to show. */
export function useUndo() {
  const toast = useToast()
  const [run, act] = useAct(UndoPairings, (data) => data.undoPairings, { refetch: 'active' })
  const undo = async (target: { batchId: string } | { id: string }) => {
    const done = await run({ input: target })
    if (!done) return false
    toast.success(`已撤销 ${done.count} 个结对`)
    return true
  }
  return { undo, act }
}
