import type { OperationVariables, RefetchQueriesInclude, TypedDocumentNode } from '@apollo/client'
import { type DocumentNode, Kind } from 'graphql'
import { useRef, useState } from 'react'

import { client } from './apollo.ts'
import { type FragmentType, graphql, readFragment } from './graphql.ts'
import type { RefusalLike } from './ui/refusal.ts'

/** What every document says of a refusal: `...Refused`. */
const Refused = graphql(`fragment Refused on Refusal { code message path }`)

/** The state of an act: a form takes all of it, `<Form {...saving}>`. */
export interface ActState {
  busy: boolean
  /** Why the bureau will not do it; shown in the form or dialog. */
  refusal: RefusalLike | null
  /** A failure nobody planned for. */
  error: unknown
}

export interface ActOptions {
  /** Queries to ask again once it is done: `'active'`, or the documents of lists the thing enters or leaves. */
  refetch?: RefetchQueriesInclude
}

type Refused = { __typename: 'Refusal' } & FragmentType<typeof Refused>
/** The answer of the one field that the document of a mutation asks. */
type Outcome<Data> = Data[Exclude<keyof Data, '__typename'>]
/** The answer of a mutation that was not refused. */
export type Done<Data> = Exclude<Outcome<Data>, { __typename: 'Refusal' }>

const idle: ActState = { busy: false, refusal: null, error: null }

/**
 * A mutation that answers `Refusal | Thing`. `run(variables)` resolves to the thing, or to null when it was refused
 * or failed (the state then says why). It never rejects, and does nothing while a former call is under way.
 *
 *     const [saveFirm, saving] = useAct(SaveFirm)
 *     const firm = await saveFirm({ input })
 *     if (firm) navigate(paths.firm(firm))
 *     <Form {...saving} onSubmit={…}>
 */
export function useAct<Data extends object, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  { refetch }: ActOptions = {},
): [run: (variables: NoInfer<Variables>) => Promise<Done<Data> | null>, state: ActState] {
  const [state, setState] = useState(idle)
  const underWay = useRef(false)

  const run = async (variables: NoInfer<Variables>): Promise<Done<Data> | null> => {
    if (underWay.current) return null
    underWay.current = true
    setState({ ...idle, busy: true })
    try {
      const { data } = await client.mutate<Data, Variables>({ mutation: document, variables })
      if (!data) throw new Error('The server answered neither data nor an error.')
      const outcome = outcomeOf<Data>(data)
      if (isRefused(outcome)) {
        setState({ ...idle, refusal: readRefusal(outcome) })
        return null
      }
      if (refetch) await client.refetchQueries({ include: refetch })
      setState(idle)
      return isDone<Data>(outcome) ? outcome : null
    } catch (error) {
      setState({ ...idle, error })
      return null
    } finally {
      underWay.current = false
    }
  }
  return [run, state]
}

/** A thing that says which acts this viewer may not do with it now, by the name of the mutation. */
export interface WithRefusals {
  refusals: readonly { act: string; message: string }[]
}

/** Why this viewer may not do an act with a thing now; null when they may. */
export function refusalOf(thing: WithRefusals, act: string): string | null {
  return thing.refusals.find((it) => it.act === act)?.message ?? null
}

/** The name of the act that a document does: its one field. */
export function actOf({ definitions }: DocumentNode): string {
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue
    for (const it of definition.selectionSet.selections) {
      if (it.kind === Kind.FIELD && it.name.value !== '__typename') return it.name.value
    }
  }
  throw new Error('A document without an act.')
}

/** What a refusal says, of an answer whose `__typename` is `Refusal`. */
export function readRefusal(refused: Refused): RefusalLike {
  return readFragment(Refused, refused)
}

function outcomeOf<Data extends object>(data: Data): Outcome<Data> {
  for (const key in data) if (isField(data, key)) return data[key]
  throw new Error('A mutation without a field.')
}

function isField<Data extends object>(_: Data, key: keyof Data): key is Exclude<keyof Data, '__typename'> {
  return key !== '__typename'
}

function isRefused(outcome: unknown): outcome is Refused {
  return typeof outcome === 'object' && outcome !== null && '__typename' in outcome && outcome.__typename === 'Refusal'
}

function isDone<Data>(outcome: Outcome<Data>): outcome is Done<Data> {
  return !isRefused(outcome)
}
