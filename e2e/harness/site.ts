import { randomBytes } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

import { dist } from './build.ts'
import { systemAddress } from './system.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** The built SPA under the policy of the real system, for tests that answer /graphql themselves. */
export interface Site {
  url: string
  stop: () => Promise<void>
}

/** The policy the real system serves its pages with, for an answer of this nonce. */
async function realPolicy(): Promise<(nonce: string) => string> {
  const response = await fetch(systemAddress(), { headers: { accept: 'text/html' } })
  const policy = response.headers.get('content-security-policy')
  if (!policy) throw new Error('The system serves its pages without a policy.')
  return (nonce) => policy.replaceAll(/'nonce-[^']+'/g, `'nonce-${nonce}'`)
}

/** Serves the build that globalSetup made: the web as production has it, and the kit's sheet of samples. */
export async function serveWeb(): Promise<Site> {
  const policy = await realPolicy()
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://site').pathname)
    const file = join(dist, path)
    if (path !== '/' && existsSync(file) && statSync(file).isFile()) {
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
      return void createReadStream(file).pipe(response)
    }
    const nonce = randomBytes(16).toString('base64')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', policy(nonce))
    response.end(page.replaceAll('__CSP_NONCE__', nonce))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = addressOf(server.address())
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (typeof address === 'object' && address !== null) return address
  throw new Error('The test site has no port.')
}
