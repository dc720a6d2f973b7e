import type { DocumentNode } from 'graphql'

/** The id of a document as GraphQL over HTTP writes it (`sha256:…`): codegen put it into the document and the manifest. */
export function documentIdOf(document: DocumentNode): string {
  const meta: unknown = '__meta__' in document ? document.__meta__ : undefined
  if (typeof meta === 'object' && meta !== null && 'hash' in meta && typeof meta.hash === 'string') {
    return meta.hash
  }
  throw new Error('This document is not in the manifest of trusted documents.')
}

/** Apollo can add to a request's extensions only; the standard wants `documentId` beside `variables`. */
export function liftDocumentId(options: RequestInit | undefined): RequestInit | undefined {
  if (typeof options?.body !== 'string') return options
  const { extensions, ...rest }: { extensions?: { documentId?: unknown } } = JSON.parse(options.body)
  return { ...options, body: JSON.stringify({ ...rest, documentId: extensions?.documentId }) }
}
