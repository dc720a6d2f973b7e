import type { Server } from 'node:http'
import { afterAll, beforeAll } from '@jest/globals'
import { app, stopApp } from '../http/app.ts'
import { hashToken, newToken } from '../session/token.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { db } from './given.ts'

interface Init {
  readonly method?: 'GET' | 'POST'
  readonly body?: NonNullable<RequestInit['body']>
  readonly headers?: Readonly<Record<string, string>>
}

/** The app on a port of its own for a test file, and a fetch that carries a viewer's session cookie and the CSRF header. */
export function useHttp() {
  let server: Server
  let url = ''
  beforeAll(async () => {
    const web = await app()
    await new Promise<void>((resolve) => {
      server = web.listen(0, '127.0.0.1', () => resolve())
    })
    const address = server.address()
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await stopApp()
  })

  return async (viewer: Viewer | null, path: string, init: Init = {}): Promise<Response> => {
    const headers: Record<string, string> = { 'x-sitai': '1', ...init.headers }
    if (viewer) headers['cookie'] = `sitai=${await tokenOf(viewer)}`
    return fetch(url + path, { ...init, headers })
  }
}

/** A session token for a viewer's session. */
export async function tokenOf(viewer: Viewer): Promise<string> {
  const token = newToken()
  const clerk = { system: '测试', requestId: 'test' }
  await write(clerk, 'given', (tx) =>
    tx.session.update({ where: { id: viewer.sessionId }, data: { tokenHash: hashToken(token) } }),
  )
  return token
}

/** A multipart body with one file. */
export function formWith(bytes: Uint8Array<ArrayBuffer>, name: string): FormData {
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  return form
}

export { db }
