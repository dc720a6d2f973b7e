import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

const viewerDocument = 'query Viewer { viewer { acts } }'
const signIn = 'mutation In($input: SignInInput!) { signIn(input: $input) { __typename } }'
const introspection = '{ __schema { types { name } } }'
const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

const folder = mkdtempSync(join(tmpdir(), 'sitai-production-'))
writeFileSync(
  join(folder, 'documents.json'),
  JSON.stringify(Object.fromEntries([viewerDocument, introspection, signIn].map((it) => [idOf(it), it]))),
)
writeFileSync(join(folder, 'index.html'), '<html><head><script nonce="__CSP_NONCE__"></script></head></html>')
writeFileSync(
  join(folder, 'routes.json'),
  JSON.stringify({ '/pairings/:id': ['assets/pairing-1.js'], '/pairings/new': ['assets/new-1.js'] }),
)
const script = 'export const it = 1;'.repeat(200)
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'assets/pairing-1.js'), script)
writeFileSync(join(folder, 'assets/pairing-1.js.br'), brotliCompressSync(script))
Object.assign(process.env, {
  NODE_ENV: 'production',
  SITAI_DOCUMENTS: join(folder, 'documents.json'),
  SITAI_WEB_DIR: folder,
  LOG_LEVEL: 'silent',
})

let server: Server
let address: string

beforeAll(async () => {
  const { app } = await import('./app.ts')
  server = createServer(await app()).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

function post(body: unknown) {
  return fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

describe('正式运行 In production', () => {
  test('a document the web was built with runs by its id', async () => {
    const response = await post({ documentId: idOf(viewerDocument) })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ data: { viewer: null } })
  })

  test.each([
    ['text of its own', { query: viewerDocument }],
    ['an unknown id', { documentId: idOf('{ viewer { acts } }') }],
    ['text of its own beside an unknown id', { documentId: 'sha256:0', query: viewerDocument }],
    ['a batch', [{ documentId: idOf(viewerDocument) }]],
    ['no document', {}],
    ['broken JSON', '{"documentId":'],
    ['a number', '17'],
  ])('%s is refused with 400', async (_what, body) => {
    const response = await post(body)
    expect(response.status).toBe(400)
    expect(await response.text()).not.toMatch(/\bat \S+:\d+/)
  })

  test('nobody learns the schema, not even by a trusted document', async () => {
    const response = await post({ documentId: idOf(introspection) })
    expect(response.status).toBe(400)
  })

  test('a wrong variable is told without what the schema has that is spelled alike, sixty of them too', async () => {
    const wrong = async (input: object) => {
      const response = await post({ documentId: idOf(signIn), variables: { input } })
      return { status: response.status, text: await response.text() }
    }
    const { text } = await wrong({ userNam: 'x', password: 'y' })
    expect(text).toContain('BAD_USER_INPUT')
    expect(text).not.toContain('Did you mean')
    const many = await wrong(Object.fromEntries(Array.from({ length: 60 }, (_, no) => [`no${no}`, no])))
    expect([many.status, many.text]).toEqual([400, expect.stringContaining('BAD_USER_INPUT')])
    expect(many.text).not.toContain('INTERNAL_SERVER_ERROR')
  })

  test('a query in the address is refused', async () => {
    const response = await fetch(`${address}/graphql?query=${encodeURIComponent(viewerDocument)}`)
    expect(response.status).toBe(400)
  })

  test('a page carries a fresh nonce, and its policy allows scripts and styles by that nonce only', async () => {
    const [first, second] = await Promise.all([fetch(`${address}/pairings`), fetch(`${address}/pairings`)])
    const policy = first.headers.get('content-security-policy') ?? ''
    const nonce = /nonce="([^"]+)"/.exec(await first.text())?.[1]
    expect(nonce).toBeTruthy()
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(await second.text()).not.toContain(String(nonce))
    expect(first.headers.get('strict-transport-security')).toBeTruthy()
    expect(first.headers.get('cache-control')).toBe('no-store')
  })

  test('a page names its scripts in its head, those of an exact address before those of a pattern', async () => {
    const textOf = async (path: string) => (await fetch(address + path)).text()
    expect(await textOf('/pairings/UGFpcmluZzox')).toMatch(/<link rel="modulepreload"[^>]+pairing-1\.js"[^>]*><\/head>/)
    expect(await textOf('/pairings/new')).toContain('/assets/new-1.js')
    expect(await textOf('/pairings')).not.toContain('modulepreload')
  })

  test('a file the build has compressed is sent as it is, and may be kept for a year', async () => {
    const file = `${address}/assets/pairing-1.js`
    const small = await fetch(file, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(small.headers.get('content-encoding')).toBe('br')
    expect(small.headers.get('content-type')).toContain('javascript')
    expect(small.headers.get('cache-control')).toContain('immutable')
    expect(small.headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
    expect(await small.text()).toBe(script)
    const plain = await fetch(file, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(script)
  })

  test('the session cookie is bound to host and TLS, and no script reads it', async () => {
    const { sessionCookie } = await import('../session/cookie.ts')
    const cookie = sessionCookie('token')
    expect(cookie).toMatch(/^__Host-sitai=token;/)
    for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(word)
  })
})
