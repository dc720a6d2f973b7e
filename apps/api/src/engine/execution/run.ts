import type { getLoaderMapping } from '@pothos/selection-mapper'
import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../../graphql/context.ts'

type Mapping = NonNullable<ReturnType<typeof getLoaderMapping>>

export type Path = GraphQLResolveInfo['path']

/** An object of the answer under construction. */
export type Out = Record<string, unknown>

/** Thrown where something other than a clean answer comes of it; graphql-js then runs the operation and says it. */
export class Unanswered extends Error {}

/** One execution of a compiled operation. */
export interface Run {
  readonly context: Context
  readonly variables: Readonly<Record<string, unknown>>
  /** By the place of a relation in the compiled form: what was planned below it; null where it was not planned. */
  readonly nestedOf: Map<object, Mapping['nested'] | null>
  /** Goes on with a value once it is there. */
  readonly wait: (value: PromiseLike<unknown>, then: (value: unknown) => void) => void
}

/** Runs `begin` and everything that it waits for; throws the first thing that was thrown anywhere. */
export async function runAll(context: Context, variables: Run['variables'], begin: (run: Run) => Out): Promise<Out> {
  let pending: Promise<void>[] = []
  const wait: Run['wait'] = (value, then) => {
    const done = Promise.resolve(value).then(then)
    // Heard below; what comes to be after the first fault is nobody's any more.
    done.catch(() => {})
    pending.push(done)
  }
  const out = begin({ context, variables, nestedOf: new Map(), wait })
  while (pending.length > 0) {
    const now = pending
    pending = []
    await Promise.all(now)
  }
  return out
}
