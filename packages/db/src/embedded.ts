import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

import { APP_ROLE, urlAs } from './url.ts'
import { findPlace, throwawayPlace, type Place } from './place.ts'
import { initialise, launch, runningPort, stopServer, SUPERUSER, watch } from './postgres.ts'

/** A running PostgreSQL that this process owns. */
export interface Embedded {
  /** The database as the application sees it: role `sitai_app`, which `migrate` makes. */
  url: string
  /** The database as its owner, for migrations and demo data. */
  ownerUrl: string
  /** Stops PostgreSQL and waits until it has. Calling it twice is harmless. */
  stop: () => Promise<void>
}

export interface EmbeddedOptions {
  /** The folder that holds the data, made when missing. */
  dataDir: string
  /** The TCP port on 127.0.0.1; a free one when left out. */
  port?: number
  /** Told in words what happens, for steps that take longer than a blink. */
  onProgress?: (line: string) => void
}

const DATABASE = 'sitai'
/** The advisory lock the owning process holds, so that a second one sees that the first is alive. */
const OWNER_LOCK = 4_400_001

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
}

/** A test's data need not survive a power cut. */
const THROWAWAY_SETTINGS = {
  ...SETTINGS,
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
}

/**
 * Starts the PostgreSQL that came from npm on the data in `dataDir`; makes the data on the first start.
 * What an earlier process left behind (killed, crashed, still running) is cleared away first.
 * PostgreSQL stops by itself soon after this process is gone, however it went.
 *
 * Throws when another living process already runs on the same data.
 */
export async function startEmbedded({ dataDir, port, onProgress = () => {} }: EmbeddedOptions): Promise<Embedded> {
  const place = findPlace(dataDir, onProgress)
  if (!existsSync(join(place.home, 'cluster'))) {
    onProgress('Making the database files')
    await initialise(place)
  }
  const url = urlOf(place)
  await clearLeftovers(place, url, onProgress)
  const started = await launch(place, { ...SETTINGS, synchronous_commit: 'on' }, port, onProgress)
  const stopWatching = watch(place, { postmaster: started.pid })
  const stop = once(async () => {
    await stopServer(place, 'fast')
    stopWatching()
  })
  return owned(url, started.port, stop)
}

/** Starts a PostgreSQL for tests: fast, unsafe against power cuts, its data deleted when it stops. */
export async function startThrowaway(): Promise<Embedded> {
  const place = throwawayPlace()
  const stopWatching = watch(place, { deleteData: true })
  const stop = once(async () => {
    await stopServer(place, 'immediate')
    stopWatching()
    rmSync(place.home, { recursive: true, force: true })
  })
  try {
    await initialise(place, ['--no-sync'])
    const { port } = await launch(place, THROWAWAY_SETTINGS)
    return await owned(urlOf(place), port, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

/** The addresses of the databases of a server, by its port. */
type UrlOf = (port: number, database: string) => string

function urlOf({ home }: Place): UrlOf {
  const password = readFileSync(join(home, 'password'), 'utf8').trim()
  return (port, database) => `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
}

async function owned(url: UrlOf, port: number, stop: () => Promise<void>): Promise<Embedded> {
  try {
    await takeOwnership(url(port, 'postgres'))
  } catch (error) {
    await stop()
    throw error
  }
  const ownerUrl = url(port, DATABASE)
  return { url: urlAs(APP_ROLE, ownerUrl), ownerUrl, stop }
}

/** Opens the connection that shows this process is alive and lasts as long as both; makes the database when missing. */
async function takeOwnership(connectionString: string) {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    idleTimeoutMillis: 0,
    keepAlive: true,
    allowExitOnIdle: true, // Whoever forgets stop() may still end; the watchdog then stops PostgreSQL.
    application_name: 'sitai owner',
  })
  pool.on('error', () => {})
  await pool.query('SELECT pg_advisory_lock($1)', [OWNER_LOCK])
  const { rowCount } = await pool.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (rowCount === 0) await pool.query(`CREATE DATABASE ${DATABASE}`)
}

/** Stops the PostgreSQL an ended process left running; refuses when a living process works with it. */
async function clearLeftovers(place: Place, url: UrlOf, onProgress: (line: string) => void) {
  const port = runningPort(place)
  if (port === undefined) return
  if (await hasOwner(url(port, 'postgres'))) {
    throw new Error(`The data in ${place.home} is in use: the system is already running on it.`)
  }
  onProgress('Stopping the database that an earlier run left behind')
  await stopServer(place, 'fast')
}

async function hasOwner(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS free', [OWNER_LOCK])
    return rows[0]?.free === false
  } catch {
    return false // It is starting, stopping or broken: nobody works with it.
  } finally {
    await client.end().catch(() => {})
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= action())
}
