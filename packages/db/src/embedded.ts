import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

import { canReach, copyBinaries, findAccount, findBinaries, program, type Account, type Binaries } from './binaries.ts'
import { APP_ROLE, urlAs } from './connect.ts'

/** A running PostgreSQL that this process owns. */
export interface Embedded {
  /** The database as the application sees it: role `sitai_app`, which `migrate` makes. */
  url: string
  /** The database as its owner, for migrations and demo data. */
  ownerUrl: string
  /** Stops PostgreSQL and waits until it has. Calling it twice is harmless. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The folder that holds the data, made when missing. */
  dataDir: string
  /** The TCP port on 127.0.0.1; a free one when left out. */
  port?: number
  /** Told in words what happens, for steps that take longer than a blink. */
  onProgress?: (line: string) => void
}

const SUPERUSER = 'postgres'
const DATABASE = 'sitai'
const SHELTER = '/var/lib/sitai'
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
  mkdirSync(dataDir, { recursive: true })
  const place = findPlace(realpathSync(dataDir), onProgress)
  return run({ place, settings: { ...SETTINGS, synchronous_commit: 'on' }, throwaway: false, port, onProgress })
}

/** Starts a PostgreSQL for tests: fast, unsafe against power cuts, its data deleted when it stops. */
export async function startThrowaway(): Promise<Embedded> {
  const binaries = findBinaries()
  const account = findAccount()
  const home = mkdtempSync(join(realpathSync(tmpdir()), 'sitai-test-'))
  own(account, home)
  const reachable = canReach(account, binaries.native)
  const place = { home, account, binaries: reachable ? binaries : copyBinaries(binaries, SHELTER) }
  return run({ place, settings: THROWAWAY_SETTINGS, throwaway: true, port: undefined, onProgress: () => {} })
}

/** Where PostgreSQL's programs and data are, and as whom it runs. */
interface Place {
  home: string
  account: Account
  binaries: Binaries
}

interface Run {
  place: Place
  settings: Record<string, string>
  throwaway: boolean
  port: number | undefined
  onProgress: (line: string) => void
}

async function run({ place, settings, throwaway, port: wanted, onProgress }: Run): Promise<Embedded> {
  const { home } = place
  const cluster = join(home, 'cluster')
  if (!existsSync(cluster)) {
    onProgress('Making the database files')
    await initialise(place, throwaway)
  }
  const password = readFileSync(join(home, 'password'), 'utf8').trim()
  const urlOf = (port: number, database: string) =>
    `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`

  await clearLeftovers(place, (port) => urlOf(port, 'postgres'), onProgress)
  const port = await launch(place, settings, wanted, onProgress)
  const watchdog = watch(place, throwaway)
  const ownerUrl = urlOf(port, DATABASE)

  let stopping: Promise<void> | undefined
  const stop = () =>
    (stopping ??= (async () => {
      await pgCtl(place, ['stop', '-m', throwaway ? 'immediate' : 'fast', '-w', '-t', '60'])
      watchdog?.kill('SIGKILL')
      if (throwaway) rmSync(home, { recursive: true, force: true })
    })())

  try {
    await takeOwnership(urlOf(port, 'postgres'))
  } catch (error) {
    await stop()
    throw error
  }
  return { url: urlAs(APP_ROLE, ownerUrl), ownerUrl, stop }
}

/** Makes the data folder under another name first, so that a half-made one is never taken for a whole one. */
async function initialise(place: Place, throwaway: boolean) {
  const { account, home } = place
  const half = join(home, 'cluster.half-made')
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  own(account, half)

  const passwordFile = join(home, 'password')
  if (!existsSync(passwordFile)) writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  chmodSync(passwordFile, 0o600)
  own(account, passwordFile)

  const initdb = (ctype: string) =>
    execute(program(place.binaries, 'initdb'), account, home, [
      ...['--pgdata', half, '--username', SUPERUSER, '--pwfile', passwordFile, '--auth=scram-sha-256'],
      // Code point order on every machine; the C library's ctype decides only what pg_trgm takes for a letter.
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...['--locale=C', `--lc-ctype=${ctype}`, '--no-instructions', ...(throwaway ? ['--no-sync'] : [])],
    ])
  let answer = { code: 1, output: '' }
  for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    answer = await initdb(ctype)
    if (answer.code === 0) break
  }
  if (answer.code !== 0) throw new Error(`initdb failed:\n${answer.output}`)
  renameSync(half, join(home, 'cluster'))
}

/** Stops the PostgreSQL an ended process left running, and removes a pid file that names a stranger. */
async function clearLeftovers(place: Place, urlOf: (port: number) => string, onProgress: (line: string) => void) {
  const pidFile = join(place.home, 'cluster', 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const lines = readFileSync(pidFile, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!isPostmasterOf(place, pid)) {
    rmSync(pidFile, { force: true })
    return
  }
  if (await hasOwner(urlOf(Number(lines[3])))) {
    throw new Error(`The data in ${place.home} is in use: the system is already running on it.`)
  }
  onProgress('Stopping the database that an earlier run left behind')
  await pgCtl(place, ['stop', '-m', 'fast', '-w', '-t', '60'])
}

/** Whether this living process is the PostgreSQL of that data folder; pids are reused, so a number proves nothing. */
function isPostmasterOf({ home }: Place, pid: number): boolean {
  if (!(pid > 1)) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  if (!existsSync('/proc/self/cwd')) return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === join(home, 'cluster')
  } catch {
    return false
  }
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

/** Starts PostgreSQL and waits until it takes connections; answers its port. */
async function launch(
  place: Place,
  settings: Record<string, string>,
  wanted: number | undefined,
  onProgress: (line: string) => void,
): Promise<number> {
  const cluster = join(place.home, 'cluster')
  const log = join(cluster, 'server.log')
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`)
  let output = ''
  // A port may be taken between choosing and using it, and after a crash the old processes need a moment to go.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = wanted ?? (await freePort())
    const flags = Object.entries({ ...settings, port: String(port) }).map(([key, value]) => `-c ${key}=${value}`)
    const answer = await pgCtl(place, ['start', '-w', '-t', '300', '-l', log, '-o', flags.join(' ')])
    if (answer.code === 0) return port
    output = answer.output
    if (attempt === 0) onProgress('The database is still recovering')
    await sleep(500 * (attempt + 1))
  }
  const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-20).join('\n') : ''
  throw new Error(`PostgreSQL does not start on ${cluster}:\n${output}\n${tail}`)
}

/** Opens the connection that shows this process is alive and lasts as long as both; makes the database when missing. */
async function takeOwnership(url: string) {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'sitai owner' })
  client.on('error', () => {})
  await client.connect()
  await client.query('SELECT pg_advisory_lock($1)', [OWNER_LOCK])
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  client.unref() // Whoever forgets stop() may still end; the watchdog then stops PostgreSQL.
}

/**
 * A shell that waits for the end of its input, which comes when this process is gone, and then stops PostgreSQL.
 * It sits in a session of its own, so Ctrl-C does not reach it.
 */
function watch({ account, home }: Place, throwaway: boolean): ChildProcess | undefined {
  if (platform() === 'win32') return undefined
  const pid = readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  const script = [
    'while read -r line; do :; done',
    'read -r now < "$1/cluster/postmaster.pid"',
    `[ "$now" = "$2" ] && kill -${throwaway ? 'QUIT' : 'INT'} "$2"`,
    ...(throwaway ? ['while [ -e "$1/cluster/postmaster.pid" ]; do sleep 0.1; done', 'rm -rf "$1"'] : []),
  ].join('\n')
  const child = spawn('/bin/sh', ['-c', script, 'sitai-watchdog', home, pid], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  // Its end of the pipe must not keep this process alive, nor a broken pipe end it.
  child.stdin.on('error', () => {})
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  return child
}

/** The data's home, and PostgreSQL's programs, at places the account that runs PostgreSQL can reach. */
function findPlace(dataDir: string, onProgress: (line: string) => void): Place {
  const binaries = findBinaries()
  const account = findAccount()
  const home = sheltered(dataDir) ?? (canReach(account, dataDir) ? dataDir : shelter(dataDir, onProgress))
  return { home, account, binaries: canReach(account, binaries.native) ? binaries : copyBinaries(binaries, SHELTER) }
}

function sheltered(dataDir: string): string | undefined {
  const link = join(dataDir, 'moved')
  return lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(link) : undefined
}

function shelter(dataDir: string, onProgress: (line: string) => void): string {
  mkdirSync(SHELTER, { recursive: true, mode: 0o755 })
  const home = mkdtempSync(join(SHELTER, 'data-'))
  chmodSync(home, 0o755)
  symlinkSync(home, join(dataDir, 'moved'))
  onProgress(`PostgreSQL does not run as root and its user cannot enter ${dataDir}; its files are in ${home}`)
  return home
}

function own(account: Account, path: string) {
  if ('uid' in account) chownSync(path, account.uid, account.gid)
}

function pgCtl(place: Place, args: string[]) {
  const cluster = join(place.home, 'cluster')
  return execute(program(place.binaries, 'pg_ctl'), place.account, cluster, [...args, '-D', cluster])
}

/** Runs a program of PostgreSQL to its end; in a session of its own, so that Ctrl-C does not cut it short. */
function execute(file: string, account: Account, cwd: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(file, args, {
      ...account,
      cwd,
      detached: platform() !== 'win32',
      env: { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C', PGOPTIONS: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.on('error', fail)
    child.on('exit', (code) => done({ code: code ?? 1, output }))
  })
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))))
    })
  })
}
