import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { create as contentDisposition } from 'content-disposition'
import { json, Router, type Response } from 'express'
import type { ImportKind } from '@sitai/db/client'
import { sheets } from '@sitai/rules/sheets'
import { z } from 'zod'
import { notFound, Refusal } from '../acts/refusal.ts'
import { dropIncoming } from '../files/content.ts'
import { receiveFile } from '../files/upload.ts'
import { startImport } from '../imports/check.ts'
import { markedSheet } from '../imports/marked.ts'
import { listsOf } from '../imports/scene.ts'
import { globalId } from '../graphql/ids.ts'
import { route, type ContextOf } from '../http/rest.ts'
import { exportList } from './export.ts'
import { atDesk } from './sheetDesk.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What an export is asked with. In a body, not an address: a search may be a telephone's tail. */
const exporting = z
  .object({
    columns: z.array(z.string().max(60)).max(60),
    filter: z.unknown(),
    search: z.unknown(),
    orderBy: z.unknown(),
  })
  .partial({ filter: true, search: true, orderBy: true })
  .catch(() => {
    throw new Refusal('INVALID', '导出的条件有误，请重新载入页面。')
  })

const kinds: readonly ImportKind[] = ['FIRMS', 'PRACTITIONERS', 'COMMUNITIES']

/**
 * `POST /sheets/:list.xlsx` a list as the page shows it; `GET /sheets/templates/:kind.xlsx` the template of an import; `POST /imports/:kind` (multipart, field `file`) begins
 * one and answers `{id}`; `GET /imports/:id/marked.xlsx` the workbook with its errors marked, `?only=bad` the bad rows.
 */
export function sheetRoutes(contextOf: ContextOf): Router {
  const router = Router()
  router.get(
    '/sheets/templates/:kind.xlsx',
    route(contextOf, 'import:write', async (viewer, request, response) => {
      const kind = kindOf(request.params['kind'])
      const lists = await listsOf(viewer.divisionCode)
      const bytes = await atDesk('writing', (ask) => ask('template', { kind, lists }))
      sendWorkbook(response, `${sheets[kind].title}导入模板.xlsx`, bytes)
    }),
  )
  router.post(
    '/sheets/:list.xlsx',
    json({ limit: '20kb' }),
    route(contextOf, 'sheet:export', async (viewer, request, response) => {
      const { columns, ...args } = exporting.parse(request.body)
      const { name, path, rows } = await exportList(viewer, String(request.params['list']), args, columns)
      try {
        response.setHeader('content-disposition', contentDisposition(name))
        response.setHeader('content-type', xlsx)
        response.setHeader('x-sitai-rows', rows)
        await pipeline(createReadStream(path), response)
      } finally {
        await dropIncoming(path)
      }
    }),
  )
  router.post(
    '/imports/:kind',
    route(contextOf, 'import:write', async (viewer, request, response) => {
      const kind = kindOf(request.params['kind'])
      const id = await startImport(viewer, kind, await receiveFile(viewer, request, response))
      response.status(201).json({ id: globalId('ImportBatch', id) })
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
  response.setHeader('content-type', xlsx)
  response.send(Buffer.from(bytes))
}
