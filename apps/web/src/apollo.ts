import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { ErrorLink } from '@apollo/client/link/error'
import { HttpLink } from '@apollo/client/link/http'
import { createQueryPreloader } from '@apollo/client/react'
import { finalize, NEVER, tap } from 'rxjs'

import introspection from '../generated/gql/possibleTypes.ts'
import { isOutOfReach, noteConnection } from './connection.ts'
import { takeEarly } from './earlyAnswers.ts'
import { documentIdOf, liftDocumentId } from './trustedDocuments.ts'

let sessionEnded = () => false

/**
 * Says what to do when the server answers that nobody is signed in any more. The listener answers whether it leaves
 * the page: then what was asked gets no answer, and the page shows no error on its way out.
 */
export function onSessionEnded(listener: () => boolean): void {
  sessionEnded = listener
}

const errors = new ErrorLink(({ error }) => {
  const unauthenticated =
    (CombinedGraphQLErrors.is(error) && error.errors.some((it) => it.extensions?.['code'] === 'UNAUTHENTICATED')) ||
    (ServerError.is(error) && error.statusCode === 401)
  return unauthenticated && sessionEnded() ? NEVER : undefined
})

/** Counts what is under way and notices when the server can't be reached (fetch throws a TypeError then). */
const wire = new ApolloLink((operation, forward) => {
  noteConnection(({ lost, busy }) => ({ lost, busy: busy + 1 }))
  return forward(operation).pipe(
    tap({
      next: () => noteConnection(({ busy }) => ({ lost: false, busy })),
      error: (error: unknown) => noteConnection(({ busy }) => ({ lost: error instanceof TypeError, busy })),
    }),
    finalize(() => noteConnection(({ lost, busy }) => ({ lost, busy: busy - 1 }))),
  )
})

/** Production sends a document's id instead of its text: the server runs what it was built with, nothing else. */
const trusted = new ApolloLink((operation, forward) => {
  operation.extensions['documentId'] = documentIdOf(operation.query)
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } })
  return forward(operation)
})

const http = new HttpLink({
  uri: '/graphql',
  credentials: 'same-origin',
  // A foreign site can't send this header without asking first: the server refuses requests that lack it.
  headers: { 'x-sitai': '1' },
  fetch: (uri, options) => {
    const sent = import.meta.env.PROD ? liftDocumentId(options) : options
    return takeEarly(sent?.body) ?? fetch(uri, sent)
  },
})

export const client = new ApolloClient({
  link: ApolloLink.from(import.meta.env.PROD ? [errors, wire, trusted, http] : [errors, wire, http]),
  cache: new InMemoryCache({
    possibleTypes: introspection.possibleTypes,
    typePolicies: {
      // A refusal takes the place of the thing, and the thing that of the refusal: nothing of them is to be mixed.
      Refusal: { merge: false },
      // There is one viewer and one installation; they bear no id.
      Viewer: { keyFields: [] },
      Installation: { keyFields: [] },
    },
  }),
  defaultOptions: {
    watchQuery: {
      // Pages show what is true now: each visit, and each "载入最新内容", asks the server again. Without a connection
      // they show what was seen last, so that an adviser in a basement can go on.
      get fetchPolicy() {
        return isOutOfReach() ? 'cache-first' : 'network-only'
      },
    },
  },
  clientAwareness: { name: 'sitai-web' },
})

/**
 * Starts a page's query in its route's loader; the page reads it with `useReadQuery(useLoaderData<typeof loader>())`.
 */
export const preload = createQueryPreloader(client)
