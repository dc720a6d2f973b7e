import { create as contentDisposition } from 'content-disposition'
import { Router, type Response } from 'express'
import { encodeGlobalID } from '@pothos/plugin-relay'
import type { ImportKind } from '@sitai/db/client'
import { sheets } from '@sitai/rules/sheets'
import { notFound } from '../errors.ts'
import { receiveFile } from '../files/upload.ts'
import { startImport } from '../imports/check.ts'
import { markedSheet } from '../imports/marked.ts'
import { listsOf } from '../imports/scene.ts'
import { route, type ContextOf } from '../rest.ts'
import { templateWorkbook } from './template.ts'

const kinds: readonly ImportKind[] = ['FIRMS', 'PRACTITIONERS', 'COMMUNITIES']

/**
 * `GET /sheets/templates/:kind.xlsx` the template of an import; `POST /imports/:kind` (multipart, field `file`) begins
 * one and answers `{id}`; `GET /imports/:id/marked.xlsx` the workbook with its errors marked, `?only=bad` the bad rows.
 */
export function sheetRoutes(contextOf: ContextOf): Router {
  const router = Router()
  router.get(
    '/sheets/templates/:kind.xlsx',
    route(contextOf, 'import:write', async (viewer, request, response) => {
      const sheet = sheets[kindOf(request.params['kind'])]
      sendWorkbook(
        response,
        `${sheet.title}导入模板.xlsx`,
        await templateWorkbook(sheet, await listsOf(viewer.divisionCode)),
      )
    }),
  )
  router.post(
    '/imports/:kind',
    route(contextOf, 'import:write', async (viewer, request, response) => {
      const kind = kindOf(request.params['kind'])
      const id = await startImport(viewer, kind, await receiveFile(viewer, request, response))
      response.status(201).json({ id: encodeGlobalID('ImportBatch', id) })
    }),
  )
  router.get(
    '/imports/:id/marked.xlsx',
    route(contextOf, 'import:write', async (viewer, request, response) => {
      const { name, bytes } = await markedSheet(viewer, String(request.params['id']), request.query['only'] === 'bad')
      sendWorkbook(response, name, bytes)
    }),
  )
  return router
}

function kindOf(text: unknown): ImportKind {
  const kind = kinds.find((it) => it === text)
  if (!kind) throw notFound('种导入')
  return kind
}

export function sendWorkbook(response: Response, name: string, bytes: Uint8Array) {
  response.setHeader('content-disposition', contentDisposition(name))
  response.setHeader('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  response.send(Buffer.from(bytes))
}
