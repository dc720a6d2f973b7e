/**
 * `pnpm start`: from a fresh clone to a running system, in one process that owns all others.
 * `pnpm dev`: the same with Vite's server for the web and an API that restarts when its sources change.
 *
 * PORT (4000), SITAI_DATA_DIR (.data), DATABASE_URL (then no PostgreSQL is started), SITAI_DEMO=no (no demo bureau).
 */
import { join, resolve } from 'node:path'

import { startEmbedded } from '@sitai/db/embedded'
import { migrate } from '@sitai/db/migrate'
import { urlAs, APP_ROLE } from '@sitai/db/url'

import { buildApi, buildWeb } from './build.ts'
import { demo } from './demo.ts'
import { generate } from './generate.ts'
import { onSources } from './onSources.ts'
import { assertFree, endWithOwner, startProcess, untilHealthy, type Running } from './processes.ts'
import { progress } from './progress.ts'
import { root } from './run.ts'
import { apiArgs } from './server.ts'

const dev = process.argv.includes('--dev')
const port = Number(process.env['PORT'] ?? 4000)
const webPort = port + 1
const dataDir = resolve(process.env['SITAI_DATA_DIR'] ?? join(root, '.data'))
const address = `http://localhost:${port}`

/** What has to stop, in the order it was started. */
const stops: (() => Promise<void>)[] = []
let stopping: Promise<void> | undefined
const say = progress()

/** Stops everything, last started first: nothing loses its database while it works. */
async function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    for (const undo of stops.splice(0).reverse()) await undo().catch((error: unknown) => say(String(error)))
    process.exit(code)
  })()
  return stopping
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) say('Stopping')
    void stop(0)
  })
}

/** The database, migrated; answers its owner's address. */
async function startDatabase(): Promise<string> {
  const given = process.env['DATABASE_URL']
  let url = given
  if (!url) {
    say('Starting PostgreSQL')
    const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres'), onProgress: say })
    stops.push(embedded.stop)
    url = embedded.ownerUrl
  }
  await migrate(url, { onProgress: say })
  say('The database is ready')
  return url
}

async function makeFiles() {
  await generate(false, (name) => say(`Made ${name}`))
  if (dev) return
  if (await buildWeb()) say('Built the web')
  if (await buildApi()) say('Compiled the API')
}

function startApi(ownerUrl: string): Promise<Running> {
  return startProcess('The API', dev ? ['--import', 'tsx', 'apps/api/src/server.ts'] : [...apiArgs], {
    LOG_LEVEL: 'warn',
    ...process.env,
    DATABASE_URL: urlAs(APP_ROLE, ownerUrl),
    PORT: String(port),
    SITAI_DATA_DIR: dataDir,
    ...(dev
      ? {}
      : {
          SITAI_WEB_DIR: join(root, 'apps/web/dist'),
          SITAI_DOCUMENTS: join(root, 'apps/web/generated/gql/persisted-documents.json'),
        }),
  })
}

/** In development the API starts anew, on fresh generated files, when a source has changed. */
async function serve(ownerUrl: string) {
  say('Starting the API')
  let api = await startApi(ownerUrl)
  stops.push(() => api.stop())
  if (dev) {
    const web = await startProcess(
      'Vite',
      [
        '--import',
        endWithOwner,
        join(root, 'apps/web/node_modules/vite/bin/vite.js'),
        '--port',
        String(webPort),
        '--strictPort',
      ],
      { ...process.env, SITAI_API: address },
      join(root, 'apps/web'),
    )
    stops.push(web.stop)
    stops.push(
      onSources(['apps/api/src', 'packages/rules/src', 'packages/db/src', 'prisma', 'apps/web/src'], async (paths) => {
        await generate(false, (name) => say(`Made ${name}`))
        if (paths.every((path) => path.startsWith('apps/web/'))) return
        await api.stop()
        api = await startApi(ownerUrl)
        await untilHealthy(address, api)
        say('The API is up again')
      }),
    )
  } else void api.ended.then((code) => !stopping && fail(new Error(`The API ended by itself (${code}).`)))
  await untilHealthy(address, api)
}

function fail(error: unknown) {
  if (stopping) return
  console.error(error instanceof Error ? error.message : error)
  void stop(1)
}

try {
  await assertFree(port)
  if (dev) await assertFree(webPort)
  const [ownerUrl] = await Promise.all([startDatabase(), makeFiles()])
  process.env['SITAI_DATA_DIR'] = dataDir // The demo's secrets are encrypted with the key the API will use.
  const signIns = await demo(ownerUrl, say)
  await serve(ownerUrl)
  say.done()
  console.log(`\n  四台 is at  ${dev ? `http://localhost:${webPort}` : address}/   (API: ${address}/graphql)\n`)
  for (const line of signIns) console.log(`  ${line}`)
  console.log('\n  Ctrl-C stops it.\n')
} catch (error) {
  fail(error)
}
