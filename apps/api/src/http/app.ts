import { randomUUID } from 'node:crypto'
import { HeaderMap } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import compression from 'compression'
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import { GraphQLError } from 'graphql'
import { pinoHttp } from 'pino-http'
import { apolloServer } from '../graphql/apollo.ts'
import { calendarRoutes } from '../calendar/calendar.routes.ts'
import { config } from '../config.ts'
import type { Context } from '../graphql/context.ts'
import { closeDb, ping } from '../data/db.ts'
import { away, isAway, noteAway } from '../data/trouble.ts'
import { restRoutes } from './routes.ts'
import { log } from '../log.ts'
import { hashToken } from '../session/token.ts'
import { sessionCookie, sessionTokenOf } from '../session/cookie.ts'
import { viewerOfSession } from '../session/viewer.ts'
import { loggedPath } from './loggedPath.ts'
import { spa } from './spa.ts'
import { trustedDocuments } from './trustedDocuments.ts'
import { security } from './securityHeaders.ts'

const apollo = apolloServer()

/** The whole HTTP surface: /health, /graphql, and the built SPA. */
export async function app(): Promise<Express> {
  await apollo.start()
  const web = express()
  web.disable('x-powered-by')
  web.set('trust proxy', config.SITAI_TRUST_PROXY)

  web.use(requestLog, ...security, compression())

  web.get('/health', async (_request, response) => {
    await ping()
    response.json({ status: 'ok' })
  })
  web.use(
    '/graphql',
    express.json({ limit: '1mb' }),
    unreadable,
    trustedDocuments(),
    expressMiddleware(apollo, { context: ({ req, res }) => contextOf(req, res).catch(refuseAway) }),
  )
  web.use('/api', restRoutes(contextOf))
  web.use('/calendar', calendarRoutes())
  for (const handler of spa()) web.use(handler)
  web.use(noSuchAddress)
  web.use(lastResort)
  return web
}

/** Apollo answers with the status that an error brings along. */
function refuseAway(error: unknown): never {
  if (!isAway(error)) throw error
  const headers = new HeaderMap([['retry-after', away.retryAfter]])
  throw new GraphQLError(away.message, {
    originalError: error instanceof Error ? error : null,
    extensions: { code: away.code, http: { status: 503, headers } },
  })
}

/** Method, path without its query, status and time: nothing a person typed. */
const requestLog = pinoHttp({
  logger: log,
  genReqId: () => randomUUID(),
  autoLogging: { ignore: (request) => request.url === '/health' },
  // That the database is away is said once, by data/trouble.ts.
  customLogLevel: (_request, { statusCode }, error) =>
    statusCode === 503 ? 'info' : error !== undefined || statusCode >= 500 ? 'error' : 'info',
  serializers: {
    req: (request: { id: unknown; method: unknown; url: unknown }) => ({
      id: request.id,
      method: request.method,
      path: loggedPath(String(request.url)),
    }),
    res: (response: { statusCode: unknown }) => ({ status: response.statusCode }),
    err: (error: { type: unknown }) => ({ type: error.type }),
  },
})

/** A text where a request should be: it was read before (execution/quick.ts) and is no JSON. */
const unreadable: RequestHandler = (request, _response, next) =>
  next(typeof request.body === 'string' ? Object.assign(new Error('no JSON'), { status: 400 }) : undefined)

const noSuchAddress: RequestHandler = (_request, response) => {
  response.status(404).json({ __typename: 'Refusal', code: 'NOT_FOUND', message: '没有这个地址。', path: null })
}

/** Malformed and oversized bodies are the client's fault (4xx); anything else is ours, and says only its number. */
const lastResort: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  // Whoever left in the middle looks like a lost connection too.
  if (response.headersSent || request.socket.destroyed) return void response.destroy()
  if (isAway(error)) {
    noteAway()
    return sayAway(request, response)
  }
  const status = typeof error === 'object' && error !== null ? Number(Reflect.get(error, 'status') ?? 500) : 500
  const isTheirs = status >= 400 && status < 500
  if (!isTheirs)
    log.error({ requestId: request.id, name: error instanceof Error ? error.name : 'unknown' }, 'a request failed')
  const code = isTheirs ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR'
  const requestId = isTheirs ? {} : { requestId: request.id }
  const message = isTheirs ? theirs(status) : '系统出错了，请稍后再试。'
  response.status(isTheirs ? status : 500)
  if (request.originalUrl.startsWith('/graphql')) {
    const errors = [{ message, extensions: { code, ...requestId } }]
    response.type('application/graphql-response+json').send({ errors })
  } else response.json({ __typename: 'Refusal', code, message, path: null, ...requestId })
}

/** 503 to any request that the database is needed for. */
function sayAway({ originalUrl }: Request, response: Response): void {
  const { code, message, retryAfter } = away
  response.status(503).setHeader('retry-after', retryAfter)
  if (!originalUrl.startsWith('/graphql'))
    return void response.json({ __typename: 'Refusal', code, message, path: null })
  response.type('application/graphql-response+json').send({ errors: [{ message, extensions: { code } }] })
}

function theirs(status: number): string {
  return status === 413 ? '请求的内容太大。' : '请求的格式不正确。'
}

export async function stopApp(): Promise<void> {
  await apollo.stop()
  await closeDb()
}

/** Reads the session cookie; the REST routes use the same. */
export async function contextOf(request: Request, response: Response): Promise<Context> {
  const facts = {
    requestId: typeof request.id === 'string' ? request.id : '',
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
