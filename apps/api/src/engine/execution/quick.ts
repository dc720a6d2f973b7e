import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { gzip } from 'node:zlib'
import { promisify } from 'node:util'
import { config } from '../../config.ts'
import type { Context } from '../../graphql/context.ts'
import { operationSlots } from '../../graphql/operationSlots.ts'
import { away, isAway, noteAway } from '../../data/trouble.ts'
import { log, traceOf } from '../../log.ts'
import { schema } from '../../schema.ts'
import { sessionCookie, sessionTokenOf } from '../../session/cookie.ts'
import { hashToken } from '../../session/token.ts'
import { presentOf } from '../../session/viewer.ts'
import { dataHeaders } from '../../http/securityHeaders.ts'
import { answerCompiled } from './execution.ts'
import { type Answer, questionOf, remember, remembered } from './remembered.ts'
import { answerMutation } from './mutation.ts'
import { Unanswered } from './run.ts'
import { trusted, type Trusted } from './trusted.ts'

/**
 * Answers the trusted operations of people who are signed in straight from node:http, without the layers that only
 * others need. Whatever is not such a request, and each query that does not end in a clean answer, is `web`'s from the
 * start: errors of queries, refusals of a session and all other words of HTTP are said in one place only.
 */
export function quickAnswers(web: RequestListener): RequestListener {
  return (request, response) => {
    if (!mayBeQuick(request)) return web(request, response)
    const begin = performance.now()
    bodyOf(request)
      .then(async (body) => {
        // Express finds the body read, as its own parser would have left it.
        Reflect.set(request, 'body', body)
        const requestId = randomUUID()
        const found = await answerTo(request, body, requestId)
        if (!found) return web(request, response)
        await send(request, response, found, requestId)
        const done = { id: requestId, method: request.method, path: request.url }
        log.info(
          { req: done, res: { status: response.statusCode }, responseTime: performance.now() - begin },
          'request completed',
        )
      })
      .catch((error: unknown) => refuse(error, request, response))
  }
}

/** What is thrown before or after a mutation has run; a query that fails was `web`'s. Nothing, where nobody waits for it. */
function refuse(error: unknown, request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent || request.socket.destroyed) return void response.destroy()
  const requestId = randomUUID()
  const isGone = isAway(error)
  if (isGone) noteAway()
  else log.error({ requestId, ...traceOf(error) }, 'a request failed')
  const { message, code } = isGone ? away : { message: '系统出错了，请稍后再试。', code: 'INTERNAL_SERVER_ERROR' }
  response.writeHead(isGone ? 503 : 500, {
    ...dataHeaders,
    ...(isGone ? { 'retry-after': away.retryAfter } : {}),
    'content-type': typeOf(request.headers.accept) ?? '',
    'x-request-id': requestId,
  })
  response.end(`${JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] })}\n`)
}

/** JSON of a known length, sent by a client that takes any JSON, or GraphQL's own, for an answer. */
function mayBeQuick({ method, url, headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'] ?? NaN)
  return (
    method === 'POST' &&
    url === '/graphql' &&
    headers['content-type'] === 'application/json' &&
    headers['content-encoding'] === undefined &&
    length > 0 &&
    length <= 100_000 &&
    typeOf(headers.accept) !== null
  )
}

const graphqlJson = 'application/graphql-response+json'

/** The content type that Apollo answers to these headers with; null for headers that nobody sends. */
function typeOf(accept: string | undefined): string | null {
  if (accept === undefined || accept === '*/*') return 'application/json; charset=utf-8'
  const isOurs = accept.split(',', 1)[0] === graphqlJson && !accept.includes('multipart')
  return isOurs ? `${graphqlJson}; charset=utf-8` : null
}

/** The body as JSON; what is no object, or no JSON at all, stays a text, which is nobody's request. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  await new Promise((resolve, reject) => request.on('end', resolve).on('error', reject).on('close', reject))
  const text = Buffer.concat(chunks).toString('utf8')
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : text
  } catch {
    return text
  }
}

/** The answer; null where `web` has to say it. */
async function answerTo(request: IncomingMessage, body: unknown, requestId: string): Promise<Answer | null> {
  if (typeof body !== 'object' || body === null || !('documentId' in body)) return null
  const { documentId: id, variables = {}, ...others }: Readonly<Record<string, unknown>> = { ...body }
  if (typeof id !== 'string' || typeof variables !== 'object') return null
  if (Object.keys(others).some((key) => key !== 'operationName')) return null
  const asked = trusted(id)
  const token = sessionTokenOf(request.headers.cookie)
  const name = others['operationName'] ?? asked?.operation.name?.value
  if (!asked || token === null || name !== asked.operation.name?.value) return null

  const leave = await operationSlots.acquire()
  try {
    const facts = { requestId, ip: ipOf(request), userAgent: request.headers['user-agent'] ?? null }
    const present = await presentOf({ tokenHash: hashToken(token) }, facts)
    if (!present) return null
    const { viewer, snapshot } = present
    if (!asked.isQuery) return await answerToMutation(asked, { ...facts, viewer }, { ...variables })
    const question = questionOf(viewer, id, { ...variables })
    const known = config.SITAI_REMEMBER ? remembered(question, snapshot) : undefined
    if (known) return known
    const context: Context = {
      ...facts,
      viewer,
      setSession: () => {
        throw new Unanswered('a query sets no cookie')
      },
    }
    const data = await answerCompiled(schema, asked.document, asked.operation, context, { ...variables })
    if (!data) return null
    const found = { bytes: Buffer.from(`${JSON.stringify({ data })}\n`) }
    if (config.SITAI_REMEMBER) remember(question, snapshot, found)
    return found
  } finally {
    leave()
  }
}

/** What a mutation answers, with the cookie it sets. */
async function answerToMutation(
  asked: Trusted,
  facts: Omit<Context, 'setSession'>,
  variables: Record<string, unknown>,
): Promise<Answer | null> {
  let cookie: string | undefined
  const context: Context = { ...facts, setSession: (next) => void (cookie = sessionCookie(next)) }
  const said = await answerMutation(schema, asked, context, variables)
  if (said === null) return null
  return { bytes: Buffer.from(`${said.text}\n`), isAway: said.isAway, ...(cookie === undefined ? {} : { cookie }) }
}

/** The address the request came from, as Express says it behind so many trusted proxies. */
function ipOf({ socket, headers }: IncomingMessage): string | null {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '')
  const way = [socket.remoteAddress ?? '', ...forwarded.toReversed()]
  return way[Math.min(config.SITAI_TRUST_PROXY, way.length - 1)] || null
}

const compress = promisify(gzip)
/** Below this many bytes an answer is not worth compressing. */
const worthIt = 1024

async function send(request: IncomingMessage, response: ServerResponse, answer: Answer, requestId: string) {
  const isLong = answer.bytes.length >= worthIt && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const bytes = isLong ? (answer.zipped ??= await compress(answer.bytes)) : answer.bytes
  response.writeHead(answer.isAway ? 503 : 200, {
    ...dataHeaders,
    vary: 'Accept-Encoding',
    ...(isLong ? { 'content-encoding': 'gzip' } : {}),
    ...(answer.cookie === undefined ? {} : { 'set-cookie': answer.cookie }),
    ...(answer.isAway ? { 'retry-after': away.retryAfter } : {}),
    'content-type': typeOf(request.headers.accept) ?? '',
    'content-length': bytes.length,
    'x-request-id': requestId,
  })
  response.end(bytes)
}
