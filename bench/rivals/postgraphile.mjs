/**
 * PostGraphile 5 as its documentation has it in production: the amber preset on node:http, no watching, no explaining.
 * The session is read as the hand-written endpoint reads it, by one prepared statement; a writing request hands the
 * writer to the database, which the audit trigger demands. With SECURITY=rls the viewer's place is kept by row level
 * security, as the documentation advises; without it reads carry no settings, so that they need no transaction.
 */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

const { Pool } = createRequire(createRequire(import.meta.url).resolve('postgraphile'))('pg')
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: Number(process.env.DATABASE_POOL) })

async function viewerOf(cookie) {
  const token = /(?:^|; )__Host-sitai=([^;]+)/.exec(cookie ?? '')?.[1] ?? ''
  const { rows } = await pool.query({
    name: 'session',
    text: process.env.SESSION_STATEMENT,
    values: [createHash('sha256').update(token).digest('base64url')],
  })
  if (!rows[0]) throw new Error('Nobody is signed in.')
  return rows[0]
}

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['public', 'bench'] })],
  grafast: {
    explain: false,
    async context(request) {
      const { headers } = request.node?.req ?? {}
      const viewer = await viewerOf(headers?.cookie)
      const { account, role, place, name } = viewer
      const writer = { actorName: name, act: 'bench', requestId: '', accountId: account, role, divisionCode: place }
      const settings = headers?.['x-bench-writes'] === 'yes' ? { 'sitai.viewer': JSON.stringify(writer) } : {}
      const secured = process.env.SECURITY === 'rls' ? { role: 'bench_viewer', 'bench.place': place } : {}
      const pgSettings = { ...settings, ...secured }
      return Object.keys(pgSettings).length > 0 ? { viewer, pgSettings } : { viewer }
    },
  },
  grafserv: { graphiql: false, watch: false },
})
const server = createServer()
await pgl.createServ(grafserv).addTo(server)
server.listen(Number(process.env.PORT), '127.0.0.1')
if (process.env.PRINT_SCHEMA) {
  const { printSchema } = createRequire(createRequire(import.meta.url).resolve('postgraphile'))('graphql')
  console.log(printSchema(await pgl.getSchema()))
}
process.once('disconnect', () => process.exit(0))
process.once('SIGTERM', () => process.exit(0))
