import { readFileSync } from 'node:fs'
import type { RequestHandler, Response } from 'express'
import { config, isProduction } from '../config.ts'

/** The text of each document the web was built with, by its id (`sha256:…`). */
function manifest(): ReadonlyMap<string, string> {
  if (!config.SITAI_DOCUMENTS) return new Map()
  const documents: Record<string, string> = JSON.parse(readFileSync(config.SITAI_DOCUMENTS, 'utf8'))
  return new Map(
    Object.entries(documents).flatMap(([hash, text]) => [
      [hash, text],
      [`sha256:${hash}`, text],
    ]),
  )
}

/** The texts of the trusted documents by the ids that may be sent; none when the web was not built. */
export const documents = manifest()

/**
 * Puts the text of a trusted document where its `documentId` stands. In production nothing else runs: a request
 * with text of its own, without an id or with an unknown one is refused with 400, before it is parsed.
 */
export function trustedDocuments(only: boolean = isProduction): RequestHandler {
  return (request, response, next) => {
    const body: unknown = request.body
    const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
    const id = isObject && 'documentId' in body ? body.documentId : undefined
    const text = typeof id === 'string' ? documents.get(id) : undefined
    if (isObject && text !== undefined) {
      const { documentId: _, query: __, ...rest } = { query: null, documentId: null, ...body }
      request.body = { ...rest, query: text }
      next()
    } else if (only || id !== undefined) refuse(response)
    else next()
  }
}

function refuse(response: Response) {
  response
    .status(400)
    .type('application/graphql-response+json')
    .send({ errors: [{ message: '请刷新页面：服务器已更新。', extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] })
}
