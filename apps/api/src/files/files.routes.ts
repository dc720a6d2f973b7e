import { create as contentDisposition } from 'content-disposition'
import { Router } from 'express'
import { pipeline } from 'node:stream/promises'
import { notFound } from '../acts/refusal.ts'
import { globalId } from '../graphql/ids.ts'
import { route, type ContextOf } from '../http/rest.ts'
import { openFile, storeFile } from './file.ts'
import { receiveFile } from './upload.ts'

/**
 * `POST /files` (multipart, field `file`) stores a photo and answers `{id, url}`, the id being the one GraphQL takes.
 * `GET /files/:id` gives a file's bytes; photos show in the page, everything else is a download.
 */
export function fileRoutes(contextOf: ContextOf): Router {
  const router = Router()
  router.post(
    '/files',
    route(contextOf, 'file:upload', async (viewer, request, response) => {
      const id = await storeFile(viewer, await receiveFile(viewer, request, response), 'PHOTO')
      response.status(201).json({ id: globalId('StoredFile', id), url: `/api/files/${id}` })
    }),
  )
  router.get(
    '/files/:id',
    route(contextOf, 'file:read', async (viewer, request, response) => {
      const id = String(request.params['id'])
      if (!/^[0-9a-f-]{36}$/.test(id)) throw notFound('个文件')
      const file = await openFile(viewer, id)
      const type = file.mime.startsWith('image/') ? 'inline' : 'attachment'
      response.setHeader('content-disposition', contentDisposition(file.name, { type }))
      response.setHeader('content-security-policy', "default-src 'none'; sandbox")
      response.setHeader('cross-origin-resource-policy', 'same-origin')
      response.setHeader('content-type', file.mime)
      response.setHeader('content-length', file.size)
      await pipeline(file.bytes(), response)
    }),
  )
  return router
}
