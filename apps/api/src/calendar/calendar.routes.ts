import { type RequestHandler, Router } from 'express'
import { Refusal } from '../acts/refusal.ts'
import { calendarFeed } from './calendar.ts'

/**
 * `GET /calendar/<token>.ics`: the address itself is the secret, so no cookie is asked for, nothing is logged of it,
 * and nobody but the calendar that fetched it may keep it.
 */
export function calendarRoutes(): Router {
  const router = Router()
  router.get('/:name', (request, response, next) => void serve(request, response, next).catch(next))
  return router
}

const serve = async (...[request, response]: Parameters<RequestHandler<{ name: string }>>): Promise<void> => {
  const token = /^([\w-]{43})\.ics$/.exec(request.params.name)?.[1]
  response.setHeader('x-robots-tag', 'noindex, nofollow')
  response.setHeader('referrer-policy', 'no-referrer')
  try {
    if (!token) throw new Refusal('NOT_FOUND', '没有这个日历。')
    const { text, etag } = await calendarFeed(token)
    response.setHeader('cache-control', 'private, max-age=300')
    response.setHeader('etag', etag)
    if (request.headers['if-none-match'] === etag) return void response.status(304).end()
    response.setHeader('content-disposition', 'inline; filename="sitai.ics"')
    response.type('text/calendar; charset=utf-8').send(text)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    response.setHeader('cache-control', 'no-store')
    response.status(404).type('text/plain; charset=utf-8').send('没有这个日历，或已停用。')
  }
}
