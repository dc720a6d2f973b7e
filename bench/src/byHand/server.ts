/**
 * The endpoint one would write by hand: node:http, one prepared statement that answers JSON, nothing else. It signs in
 * by the same cookie and filters by the viewer's place as our API does. POST /<operation> with the arguments as JSON.
 */
import { createServer, type IncomingMessage } from 'node:http'
import pg from 'pg'
import { z } from 'zod'

import { hashOf } from '../fixed.ts'
import { adviserDuties, firmDuties } from './duties.ts'
import { lawyerById, lawyersPage, search } from './lists.ts'
import { overview } from './overview.ts'
import { session } from './session.ts'
import { createPairing, logVisit, type Viewer } from './writes.ts'

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['DATABASE_POOL']),
})

const Arguments = z.object({
  id: z.string().default(''),
  text: z.string().default(''),
  key: z.string().default(''),
  pairing: z.string().default(''),
  day: z.string().default(''),
  begins: z.string().default(''),
  ends: z.string().default(''),
  community: z.string().default(''),
  person: z.string().default(''),
  from: z.string().default(''),
  to: z.string().default(''),
})
type Given = z.output<typeof Arguments>

/** Asks one statement within the viewer's place; PostgreSQL's text of the JSON goes out as it is. */
function ask(name: string | undefined, text: string, more: (viewer: Viewer, given: Given) => unknown[] = () => []) {
  const asText = text.replace(/ AS answer(?![\s\S]* AS answer)/, '::text AS answer')
  return async (viewer: Viewer, given: Given) => {
    const values = [viewer.place, ...more(viewer, given)]
    const { rows } = await pool.query<{ answer: string }>({ ...(name ? { name } : {}), text: asText, values })
    return rows[0]?.answer ?? 'null'
  }
}

const operations: Readonly<Record<string, (viewer: Viewer, given: Given) => Promise<string>>> = {
  lawyersPage: ask('lawyersPage', lawyersPage),
  lawyerById: ask('lawyerById', lawyerById, (_viewer, { id }) => [id]),
  search: ask('search', search, (_viewer, { text }) => [`${text}%`, `${text.toUpperCase()}%`, `%${text}%`]),
  firmDuties: ask('firmDuties', firmDuties, ({ firm }) => [firm]),
  adviserDuties: ask('adviserDuties', adviserDuties, ({ person }) => [person]),
  // Without a name it is planned for its values at each call: the plan for any values is thirty times slower.
  overview: ask(undefined, overview),
  logVisit: async (viewer, given) => JSON.stringify(await logVisit(pool, viewer, given)),
  createPairing: async (viewer, given) => JSON.stringify(await createPairing(pool, viewer, given)),
}

async function viewerOf(cookie: string | undefined): Promise<Viewer> {
  const token = /(?:^|; )__Host-sitai=([^;]+)/.exec(cookie ?? '')?.[1] ?? ''
  const { rows } = await pool.query<Viewer>({ name: 'session', text: session, values: [hashOf(token)] })
  if (!rows[0]) throw new Error('Nobody is signed in.')
  return rows[0]
}

async function bodyOf(request: IncomingMessage): Promise<Given> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Arguments.parse(JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}'))
}

const server = createServer((request, response) => {
  const run = async () => {
    const [given, viewer] = [await bodyOf(request), await viewerOf(request.headers.cookie)]
    const operation = operations[(request.url ?? '').slice(1)]
    if (!operation) throw new Error(`There is no ${request.url}.`)
    const answer = Buffer.from(await operation(viewer, given))
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer)
  }
  run().catch((error: unknown) => {
    response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] }))
  })
})
server.listen(Number(process.env['PORT']), '127.0.0.1')
process.once('disconnect', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))
