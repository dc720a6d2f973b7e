import { randomUUID } from 'node:crypto'
import type { ApolloServer } from '@apollo/server'
import { apolloServer } from '../graphql/apollo.ts'
import type { Context } from '../graphql/context.ts'
import type { Viewer } from '../access/viewer.ts'

const apollo: ApolloServer<Context> = apolloServer()
/** The same without compiled queries: what graphql-js answers. */
const reference: ApolloServer<Context> = apolloServer({ plain: true })

export interface Answer {
  /** The data as the client would get it. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it has just asked for
  readonly data: any
  /** The codes of the top-level errors, empty when there are none. */
  readonly codes: readonly string[]
}

/**
 * Runs an operation as someone (null: nobody signed in), through the same server that HTTP uses. A query is then asked
 * of graphql-js as well, and both must answer the same.
 */
export async function ask(
  viewer: Viewer | null,
  query: string,
  variables: Record<string, unknown> = {},
  cookies: (token: string | null) => void = () => undefined,
): Promise<Answer> {
  const answer = await askOnce(viewer, query, variables, cookies)
  if (query.trimStart().startsWith('mutation')) return answer
  const again = await run(reference, viewer, query, variables, cookies)
  if (timeless(again) !== timeless(answer))
    throw new Error(`Compiled and plain differ:\n${timeless(answer)}\n${timeless(again)}`)
  return answer
}

/** Runs an operation once, as HTTP would. */
export async function askOnce(
  viewer: Viewer | null,
  query: string,
  variables: Record<string, unknown> = {},
  cookies: (token: string | null) => void = () => undefined,
): Promise<Answer> {
  return run(apollo, viewer, query, variables, cookies)
}

async function run(
  server: ApolloServer<Context>,
  viewer: Viewer | null,
  query: string,
  variables: Record<string, unknown>,
  cookies: (token: string | null) => void,
): Promise<Answer> {
  const contextValue: Context = {
    viewer: viewer && { ...viewer, requestId: randomUUID() },
    requestId: randomUUID(),
    ip: '127.0.0.1',
    userAgent: 'jest',
    setSession: cookies,
  }
  const { body } = await server.executeOperation({ query, variables }, { contextValue })
  if (body.kind !== 'single') throw new Error('An incremental answer was not expected.')
  return {
    data: structuredClone(body.singleResult.data),
    codes: (body.singleResult.errors ?? []).map((error) => String(error.extensions?.['code'])),
  }
}

/** An answer as text, without the instant at which it was given. */
function timeless(answer: Answer): string {
  return JSON.stringify(answer, (key: string, value: unknown) => (key === 'asOf' ? '' : value), 1)
}

/** Runs an operation that must succeed, and answers its data. A fault or a Refusal fails the test with its words. */
export async function askWell(viewer: Viewer | null, query: string, variables: Record<string, unknown> = {}) {
  const { data, codes } = await ask(viewer, query, variables)
  if (codes.length > 0) throw new Error(`Expected an answer, got ${codes.join(', ')}`)
  for (const [field, value] of Object.entries(data ?? {})) {
    if (isRefusal(value)) throw new Error(`${field} was refused: ${value.code} ${value.message}`)
  }
  return data
}

/** What a mutation of one `input` answered: the thing, or the Refusal with its code, message and path. */
export async function answerOf(viewer: Viewer | null, document: string, input: object): Promise<Outcome> {
  const { data } = await ask(viewer, document, { input })
  const [answer]: Outcome[] = Object.values(data)
  if (!answer) throw new Error('The mutation answered nothing.')
  return answer
}

interface Outcome {
  readonly code?: string
  readonly message?: string
  readonly path?: readonly string[]
}

function isRefusal(value: unknown): value is { code: string; message: string } {
  return typeof value === 'object' && value !== null && '__typename' in value && value.__typename === 'Refusal'
}
