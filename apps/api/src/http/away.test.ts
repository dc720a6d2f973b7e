import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer as createHttp, type Server as HttpServer } from 'node:http'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'

const people = 'query People { practitioners(first: 1) { edges { node { id } } } }'
const signOut = 'mutation Out { signOut }'
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

const file = join(mkdtempSync(join(tmpdir(), 'sitai-away-')), 'documents.json')
writeFileSync(file, JSON.stringify(Object.fromEntries([people, signOut].map((it) => [idOf(it), it]))))
process.env['SITAI_DOCUMENTS'] = file

/** Between the API and PostgreSQL: what it does with a connection is what a dying server would do. */
const database = new URL(process.env['DATABASE_URL'] ?? '')
const ends = new Set<Socket>()
let isUp = true
const between: Server = createServer((near) => {
  if (!isUp) return void near.destroy()
  const far = connect(Number(database.port), database.hostname)
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    ends.add(one)
    one.on('error', () => other.destroy()).on('close', () => other.destroy())
    one.pipe(other)
  }
})

function fall() {
  isUp = false
  for (const end of ends) end.destroy()
  ends.clear()
}

let http: HttpServer
let address = ''
let cookie = ''
const logged: string[] = []

beforeAll(async () => {
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
  database.port = database.port || '5432'
  const gate = new URL(database)
  const bound = between.address()
  gate.port = String(typeof bound === 'object' ? bound?.port : '')
  process.env['DATABASE_URL'] = gate.toString()
  const { app } = await import('./app.ts')
  const { withEngine } = await import('../engine/answers.ts')
  const { log } = await import('../log.ts')
  const { populated } = await import('../test/populated.ts')
  const { tokenOf } = await import('../test/http.ts')
  for (const level of ['error', 'warn'] as const)
    jest.spyOn(log, level).mockImplementation((...said: unknown[]) => void logged.push(String(said.at(-1))))
  http = createHttp(withEngine(await app())).listen(0, '127.0.0.1')
  await new Promise((resolve) => http.once('listening', resolve))
  const port = http.address()
  address = `http://127.0.0.1:${typeof port === 'object' ? port?.port : ''}`
  cookie = `sitai=${await tokenOf((await populated(1)).admin)}`
}, 60_000)

afterAll(async () => {
  http.closeAllConnections()
  http.close()
  const { stopApp } = await import('./app.ts')
  await stopApp()
  fall()
  between.close()
})

const json = { 'content-type': 'application/json' }
const asked = {
  'a trusted query': [
    '/graphql',
    { method: 'POST', headers: json, body: JSON.stringify({ documentId: idOf(people) }) },
  ],
  'a trusted mutation': [
    '/graphql',
    { method: 'POST', headers: json, body: JSON.stringify({ documentId: idOf(signOut) }) },
  ],
  'a query of one’s own': ['/graphql', { method: 'POST', headers: json, body: JSON.stringify({ query: people }) }],
  'a file': ['/api/files/RmlsZTow', {}],
  'a calendar': [`/calendar/${'x'.repeat(43)}.ics`, {}],
  'the check of health': ['/health', {}],
} satisfies Record<string, readonly [string, RequestInit]>

const send = ([path, init]: readonly [string, RequestInit]) =>
  fetch(address + path, { ...init, headers: { 'x-sitai': '1', cookie, ...init.headers } })

describe('数据库连不上时', () => {
  test('人人都得到 503、多久后再试和一句中文；日志只说一次，恢复后照常', async () => {
    expect((await send(asked['a trusted query'])).status).toBe(200)
    fall()
    for (const [what, request] of Object.entries(asked)) {
      for (let turn = 0; turn < 2; turn++) {
        const response = await send(request)
        const text = await response.text()
        expect([what, response.status, response.headers.get('retry-after')]).toEqual([what, 503, '5'])
        expect([what, text]).toEqual([what, expect.stringContaining('数据库暂时连不上，请稍后再试。')])
        expect([what, text]).toEqual([what, expect.not.stringMatching(/Context creation|Connection|ECONN/)])
      }
    }
    isUp = true
    for (let turn = 0; turn < 50 && !logged.includes('the database answers again'); turn++)
      await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await send(asked['a trusted query'])).status).toBe(200)
    expect(logged.filter((it) => !it.startsWith('an idle connection'))).toEqual([
      'the database does not answer',
      'the database answers again',
    ])
  }, 60_000)
})
