import { describe, expect, test } from '@jest/globals'
import { Router } from 'express'
import { z } from 'zod'
import { contextOf } from '../http/app.ts'
import { calendarRoutes } from '../calendar/calendar.routes.ts'
import { restRoutes } from '../http/routes.ts'
import type { Viewer } from '../access/viewer.ts'
import { given } from './given.ts'
import { useHttp } from './http.ts'

const http = useHttp()

interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
}

const layer = z.object({
  route: z.object({ path: z.string(), methods: z.record(z.string(), z.boolean()) }).optional(),
  handle: z.unknown(),
})

/** Every route of a router and of those within it. */
function routesOf(router: Router, base: string): Route[] {
  return router.stack.flatMap((it) => {
    const { route, handle } = layer.parse(it)
    if (route) return [{ method: route.methods['post'] ? 'POST' : 'GET', path: base + route.path } as const]
    return isRouter(handle) ? routesOf(handle, base) : []
  })
}

function isRouter(handle: unknown): handle is Router {
  return typeof handle === 'function' && 'stack' in handle
}

const routes = [...routesOf(restRoutes(contextOf), '/api'), ...routesOf(calendarRoutes(), '/calendar')]

/** What nobody was ever given, in the place of an id, a list or a kind. */
const wrongNames = [
  'x',
  '%00',
  '%E0%A4%A',
  '..%2F..%2Fetc%2Fpasswd',
  '00000000-0000-7000-8000-000000000000',
  Buffer.from('Firm:no-uuid').toString('base64url'),
  'constructor',
  '区'.repeat(200),
  '9'.repeat(4000),
]

interface Body {
  readonly body: NonNullable<RequestInit['body']>
  readonly headers?: Readonly<Record<string, string>>
}

const json = { 'content-type': 'application/json' }
const multipart = { 'content-type': 'multipart/form-data; boundary=abc' }

/** Bodies that no page of ours sends. */
const wrongBodies: readonly Body[] = [
  { body: '' },
  { body: '你好', headers: { 'content-type': 'text/plain' } },
  { body: '{"columns":', headers: json },
  { body: 'null', headers: json },
  { body: '{"columns":"all"}', headers: json },
  { body: JSON.stringify({ columns: ['nonsense'], filter: { nonsense: 1 }, orderBy: 7, search: [] }), headers: json },
  { body: JSON.stringify({ columns: ['x'.repeat(30_000)] }), headers: json },
  { body: '{}', headers: { 'content-type': 'application/json; charset=nonsense' } },
  { body: '{}', headers: { ...json, 'content-encoding': 'gzip' } },
  { body: '', headers: { 'content-type': 'multipart/form-data' } },
  {
    body: '--abc\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\ncut off',
    headers: multipart,
  },
  {
    body: '--abc\r\nContent-Disposition: form-data; name="other"; filename="a"\r\n\r\nx\r\n--abc--\r\n',
    headers: multipart,
  },
  {
    body: '--abc\r\nContent-Disposition: form-data; name="file"; filename="../../a\u0000.xlsx"\r\n\r\nPK\r\n--abc--\r\n',
    headers: multipart,
  },
]

/** What goes wrong with an answer that should be a sentence for a person: not a 4xx, or no Chinese. */
async function faultOf(answer: Response): Promise<string | null> {
  const text = await answer.text()
  if (answer.status < 400 || answer.status > 499) return `${answer.status} ${text.slice(0, 80)}`
  if (!answer.headers.get('content-type')?.includes('json'))
    return /[\u4e00-\u9fff]/.test(text) ? null : text.slice(0, 80)
  const said = z.object({ message: z.string().regex(/[\u4e00-\u9fff]/) }).safeParse(JSON.parse(text))
  return said.success ? null : text.slice(0, 80)
}

async function expectSentences(viewer: Viewer | null, route: Route, paths: readonly string[], bodies: readonly Body[]) {
  const faults: unknown[] = []
  for (const path of paths) {
    for (const init of route.method === 'GET' ? [{}] : bodies) {
      const fault = await faultOf(await http(viewer, path, { method: route.method, ...init }))
      if (fault) faults.push([path.slice(0, 80), init, fault])
    }
  }
  expect(faults).toEqual([])
}

/** The address with something wrong in the place of what it names. */
function wrongPaths({ path }: Route): string[] {
  return path.includes(':') ? wrongNames.map((name) => path.replace(/:\w+/, name)) : [path]
}

/** The address as it is meant. */
function rightPath({ path }: Route): string {
  return path.replace(':list', 'firms').replace(':kind', 'FIRMS')
}

describe('文件、表格和日历的地址，写错了都答一句中文，从不出错', () => {
  test('看过每一个地址', () => {
    expect(routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      'GET /api/files/:id',
      'GET /api/imports/:id/marked.xlsx',
      'GET /api/sheets/templates/:kind.xlsx',
      'GET /calendar/:name',
      'POST /api/files',
      'POST /api/imports/:kind',
      'POST /api/sheets/:list.xlsx',
    ])
  })

  test.each(routes.map((it) => [it.method, it.path, it] as const))('%s %s：编号或名称写错', async (_m, _p, route) => {
    const { admin, lawyer } = await given.world()
    const body = route.path.includes('sheets') ? { body: '{"columns":["name"]}', headers: json } : { body: '' }
    for (const viewer of [admin, lawyer]) await expectSentences(viewer, route, wrongPaths(route), [body])
  })

  test.each(routes.filter((it) => it.method === 'POST').map((it) => [it.path, it] as const))(
    'POST %s：内容不对、类型不对、太大、断在半路',
    async (_path, route) => {
      const { admin, lawyer } = await given.world()
      for (const viewer of [admin, lawyer]) await expectSentences(viewer, route, [rightPath(route)], wrongBodies)
    },
  )

  test.each(routes.filter((it) => it.path.startsWith('/api')).map((it) => [it.method, it.path, it] as const))(
    '%s %s：没有登录，或缺少防伪标记',
    async (method, _path, route) => {
      const answer = await http(null, rightPath(route), { method, ...(method === 'POST' && { body: '' }) })
      expect([answer.status, await faultOf(answer)]).toEqual([401, null])
      const forged = await http(null, rightPath(route), {
        method,
        headers: { 'x-sitai': '0' },
        ...(method === 'POST' && { body: '' }),
      })
      expect([forged.status, await faultOf(forged)]).toEqual([method === 'POST' ? 403 : 401, null])
    },
  )

  test.each(['/api', '/api/', '/api/nothing', '/api/files/', '/calendar/', '/calendar/a/b'])(
    '没有的地址 %s',
    async (path) => {
      const { admin } = await given.world()
      for (const method of ['GET', 'POST'] as const)
        expect(await faultOf(await http(admin, path, { method }))).toBeNull()
    },
  )
})
