import type { RefetchQueriesInclude, OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useRef, useState } from 'react'

import { client } from './apollo.ts'
import type { RefusalLike } from './ui/refusal.ts'

interface ActState {
  busy: boolean
  /** Why the bureau will not do it; shown in the form or dialog. */
  refusal: RefusalLike | null
  /** A failure nobody planned for. */
  error: unknown
}

interface ActOptions {
  /** Queries to ask again once it is done: `'active'`, or the documents of lists the thing enters or leaves. */
  refetch?: RefetchQueriesInclude
}

type Done<Outcome> = Exclude<Outcome, { __typename: 'Refusal' }>

const idle: ActState = { busy: false, refusal: null, error: null }

/**
 * A mutation that answers `Refusal | Thing`. `run(variables)` resolves to the thing, or to null when it was refused
 * or failed (the state then says why). It never rejects, and does nothing while a former call is under way.
 *
 *     const [saveFirm, saving] = useAct(SaveFirm, (data) => data.saveFirm)
 *     const firm = await saveFirm({ input })
 *     if (firm) navigate(paths.firm(firm))
 *     <Form {...saving} onSubmit={…}>
 */
export function useAct<
  Data,
  Variables extends OperationVariables,
  Outcome extends { __typename: string } | ({ __typename: 'Refusal' } & RefusalLike),
>(
  document: TypedDocumentNode<Data, Variables>,
  outcomeOf: (data: Data) => Outcome,
  { refetch }: ActOptions = {},
): [run: (variables: NoInfer<Variables>) => Promise<Done<Outcome> | null>, state: ActState] {
  const [state, setState] = useState(idle)
  const underWay = useRef(false)

  const run = async (variables: NoInfer<Variables>): Promise<Done<Outcome> | null> => {
    if (underWay.current) return null
    underWay.current = true
    setState({ ...idle, busy: true })
    try {
      const { data } = await client.mutate<Data, Variables>({ mutation: document, variables })
      if (!data) throw new Error('The server answered neither data nor an error.')
      const outcome = outcomeOf(data)
      if (isRefusal(outcome)) {
        setState({ ...idle, refusal: outcome })
        return null
      }
      if (refetch) await client.refetchQueries({ include: refetch })
      setState(idle)
      return isDone(outcome) ? outcome : null
    } catch (error) {
      setState({ ...idle, error })
      return null
    } finally {
      underWay.current = false
    }
  }
  return [run, state]
}

function isRefusal(outcome: { __typename: string }): outcome is { __typename: 'Refusal' } & RefusalLike {
  return outcome.__typename === 'Refusal'
}

function isDone<Outcome extends { __typename: string }>(outcome: Outcome): outcome is Done<Outcome> {
  return outcome.__typename !== 'Refusal'
}
