import type { TypedDocumentNode } from '@graphql-typed-document-node/core'

import { documentIdOf } from './trustedDocuments.ts'

/** Answers that are on their way, by the body of what was asked. */
const answers = new Map<string, Promise<Response>>()

/** Asks the server before the client that will want the answer is there. */
export function askEarly<Variables>(document: TypedDocumentNode<unknown, Variables>, variables: Variables): void {
  // The fragments it is made of may stand before it.
  const operation = document.definitions.find((it) => 'operation' in it)
  const operationName = operation && 'name' in operation ? operation.name?.value : undefined
  // Word for word what the client will send.
  const body = JSON.stringify({ operationName, variables, documentId: documentIdOf(document) })
  const answer = fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      accept: 'application/graphql-response+json,application/json;q=0.9',
      'content-type': 'application/json',
      'x-sitai': '1',
    },
    body,
  })
  // A failure is told to whoever takes the answer.
  answer.catch(() => undefined)
  answers.set(body, answer)
}

/** The answer to what has been asked early; it can be taken once. */
export function takeEarly(body: unknown): Promise<Response> | undefined {
  if (typeof body !== 'string') return undefined
  const answer = answers.get(body)
  answers.delete(body)
  return answer
}

/** Drops what nobody took: it was true for who was signed in then. */
export function forgetEarly(): void {
  answers.clear()
}
