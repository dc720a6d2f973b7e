import { randomBytes } from 'node:crypto'
<<<<<<< HEAD
import type { RequestHandler } from 'express'
=======
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler } from 'express'
>>>>>>> 4bcfaa3 (Answer trusted queries straight from node:http; one statement for the session; relations without asking Pothos at each row)
import helmet from 'helmet'
import { isProduction } from './config.ts'

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
<<<<<<< HEAD
=======

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

/** The built SPA: hashed assets for a year, index.html fresh for every path that is a page's. */
export function spa(): RequestHandler[] {
  const folder = config.SITAI_WEB_DIR
  if (!folder) return []
  const index = readFileSync(join(folder, 'index.html'), 'utf8')
  return [
    express.static(folder, {
      index: false,
      setHeaders: (response, path) => {
        const isHashed = path.includes(join(folder, 'assets'))
        response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
      },
    }),
    (request, response, next) => {
      const isPage =
        request.method === 'GET' && request.accepts(['html', 'json']) === 'html' && !/\.\w+$/.test(request.path)
      if (!isPage) return next()
      response
        .setHeader('cache-control', 'no-store')
        .type('html')
        .send(index.replaceAll('__CSP_NONCE__', String(response.locals['nonce'])))
    },
  ]
}
>>>>>>> 4bcfaa3 (Answer trusted queries straight from node:http; one statement for the session; relations without asking Pothos at each row)
