import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import express, { type RequestHandler } from 'express'
import { config } from '../config.ts'

/** The built SPA: hashed assets for a year, index.html fresh for every path that is a page's. */
export function spa(): RequestHandler[] {
  const folder = config.SITAI_WEB_DIR
  if (!folder) return []
  const index = readFileSync(join(folder, 'index.html'), 'utf8')
  const preloadsFor = preloads(folder, index)
  return [
    twins(folder),
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
        .send(
          index
            .replace('</head>', `${preloadsFor(request.path)}</head>`)
            .replaceAll('__CSP_NONCE__', String(response.locals['nonce'])),
        )
    },
  ]
}

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/** Sends the twin of a file that the build has compressed, which is smaller than what is made at request time. */
function twins(folder: string): RequestHandler {
  const known = new Set(readdirSync(folder, { recursive: true }).map((it) => `/${String(it).split(sep).join('/')}`))
  return (request, response, next) => {
    const { path } = request
    if (!encodings.some(([, ending]) => known.has(path + ending))) return next()
    response.vary('accept-encoding')
    const found = encodings.find(([name, ending]) => known.has(path + ending) && request.acceptsEncodings(name))
    if (found) {
      request.url = path + found[1]
      response.setHeader('content-encoding', found[0]).type(extname(path))
    }
    next()
  }
}

/** Names the scripts of the page at an address, so that a browser asks for all of them at once. */
function preloads(folder: string, index: string): (path: string) => string {
  const file = join(folder, 'routes.json')
  const routes: Record<string, string[]> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const pages = Object.entries(routes)
    .map(([address, files]) => ({
      address: new RegExp(`^${address.replaceAll(/:\w+/g, '[^/]+')}/?$`),
      isExact: !address.includes(':'),
      links: files
        .filter((it) => !index.includes(it))
        .map((it) => `<link rel="modulepreload" crossorigin href="/${it}" nonce="__CSP_NONCE__">`)
        .join(''),
    }))
    .toSorted((a, b) => Number(b.isExact) - Number(a.isExact))
  return (path) => pages.find(({ address }) => address.test(path))?.links ?? ''
}
