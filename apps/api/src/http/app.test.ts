import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { serverAudits } from 'graphql-http'
import { app } from './app.ts'

let server: Server
let address: string

beforeAll(async () => {
  server = createServer(await app()).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' ? bound?.port : 0
  address = `http://127.0.0.1:${port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${address}/graphql` })

  test('the whole audit stands: 13 MUST, 23 SHOULD, 25 MAY', () => {
    const count = (level: string) => audits.filter(({ name }) => name.startsWith(level)).length
    expect([count('MUST'), count('SHOULD'), count('MAY')]).toEqual([13, 23, 25])
  })

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn()
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok')
  })
})
