import { randomBytes } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { isProduction } from '../config.ts'

/** Fresh for every answer; Vite left the word __CSP_NONCE__ in index.html where it belongs. */
const freshNonce: RequestHandler = (_request, response, next) => {
  response.locals['nonce'] = randomBytes(16).toString('base64')
  next()
}

/**
 * The security headers of every answer: scripts and styles only of our own or with this answer's nonce, no frames,
 * no foreign hosts. Style attributes written as text are refused too: React sets styles through the style
 * object, and apps/web/src/csp.ts sees to the rest.
 */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': [
        "'self'",
        (_request, response) => `'nonce-${String(Reflect.get(Reflect.get(response, 'locals'), 'nonce'))}'`,
      ],
      'style-src': [
        "'self'",
        (_request, response) => `'nonce-${String(Reflect.get(Reflect.get(response, 'locals'), 'nonce'))}'`,
      ],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      ...(isProduction ? { 'upgrade-insecure-requests': [] } : {}),
    },
  },
  hsts: isProduction,
  referrerPolicy: { policy: 'same-origin' },
})

export const security: RequestHandler[] = [freshNonce, headers]

/** The security headers of an answer that is data and nothing else, as helmet writes them: it may load nothing. */
export const dataHeaders = (() => {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    hsts: isProduction,
    referrerPolicy: { policy: 'same-origin' },
  })(request, response, () => {})
  return response.getHeaders()
})()
