import { Router } from 'express'
import { fileRoutes } from '../files/files.routes.ts'
import type { ContextOf } from './rest.ts'
import { sheetRoutes } from '../sheets/sheets.routes.ts'

/** Everything under /api: what GraphQL is no good for, bytes in and bytes out. An unknown address answers 404. */
export function restRoutes(contextOf: ContextOf): Router {
  const router = Router()
  router.use(fileRoutes(contextOf))
  router.use(sheetRoutes(contextOf))
  router.use((_request, response) => {
    response.status(404).json({ __typename: 'Refusal', code: 'NOT_FOUND', message: '没有这个地址。', path: null })
  })
  return router
}
