import { randomUUID } from 'node:crypto'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type Express, type Request, type Response } from 'express'
import { apolloServer } from './apollo.ts'
import { config } from './config.ts'
import type { Context } from './context.ts'
import { db } from './db.ts'
import { restRoutes } from './routes.ts'
import { hashToken } from './session/token.ts'
import { sessionCookie, sessionTokenOf } from './session/cookie.ts'
import { viewerOfSession } from './session/viewer.ts'

const apollo = apolloServer()

/** The whole HTTP surface: /health, /graphql, and the built SPA. */
export async function app(): Promise<Express> {
  await apollo.start()
  const web = express()
  web.disable('x-powered-by')
  web.set('trust proxy', config.SITAI_TRUST_PROXY)

  web.get('/health', async (_request, response) => {
    await db.$queryRaw`SELECT 1`
    response.json({ status: 'ok' })
  })
  web.use(
    '/graphql',
    express.json({ limit: '1mb' }),
    expressMiddleware(apollo, { context: ({ req, res }) => contextOf(req, res) }),
  )
  web.use('/api', restRoutes(contextOf))
  return web
}

export async function stopApp(): Promise<void> {
  await apollo.stop()
  await db.$disconnect()
}

/** Reads the session cookie; the REST routes use the same. */
export async function contextOf(request: Request, response: Response): Promise<Context> {
  const facts = {
    requestId: randomUUID(),
    ip: request.ip ?? null,
    userAgent: request.get('user-agent') ?? null,
  }
  response.setHeader('x-request-id', facts.requestId)
  const token = sessionTokenOf(request.headers.cookie)
  return {
    ...facts,
    viewer: token ? await viewerOfSession({ tokenHash: hashToken(token) }, facts) : null,
    setSession: (next) => response.setHeader('set-cookie', sessionCookie(next)),
  }
}
