import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer, Socket } from 'node:net'
import { platform } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { program, type Account } from './binaries.ts'
import { own, type Place } from './place.ts'

/** The superuser of the embedded PostgreSQL. */
export const SUPERUSER = 'postgres'

/**
 * Makes the data in `home/cluster`, and the superuser's password in `home/password`.
 * Under another name first, so that half-made data is never taken for whole.
 */
export async function initialise(place: Place, flags: string[] = []) {
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
      `--pgdata=${half}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Code point order on every machine; the C library's ctype decides only what pg_trgm takes for a letter.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      `--lc-ctype=${ctype}`,
      '--no-instructions',
      ...flags,
    ])
  let answer = { code: 1, output: '' }
  for (const ctype of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    answer = await initdb(ctype)
    if (answer.code === 0) break
  }
  if (answer.code !== 0) throw new Error(`initdb failed:\n${answer.output}`)
  renameSync(half, join(home, 'cluster'))
}

/** Starts PostgreSQL on `home/cluster` and waits until it takes connections; recovery after a crash may take a while. */
export async function launch(
  place: Place,
  settings: Record<string, string>,
  wanted?: number,
  onProgress: (line: string) => void = () => {},
): Promise<{ pid: number; port: number }> {
  const cluster = join(place.home, 'cluster')
  const log = join(cluster, 'server.log')
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`)
  let output = ''
  // A port may be taken between choosing and using it, and after a crash the old processes need a moment to go.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = wanted ?? (await freePort())
    const flags = Object.entries({ ...settings, port: String(port) }).map(([key, value]) => `-c ${key}=${value}`)
    const answer = await pgCtl(place, ['start', '-w', '-t', '300', '-l', log, '-o', flags.join(' ')])
    if (answer.code === 0) return { pid: readPidFile(place)?.pid ?? 0, port }
    output = answer.output
    if (attempt === 0) onProgress('The database is still recovering')
    await sleep(500 * (attempt + 1))
  }
  const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-20).join('\n') : ''
  throw new Error(`PostgreSQL does not start on ${cluster}:\n${output}\n${tail}`)
}

/** Stops PostgreSQL and waits for its end; `immediate` does without the last checkpoint. No-op when it is not running. */
export async function stopServer(place: Place, mode: 'fast' | 'immediate') {
  if (!existsSync(pidFile(place))) return
  const { code } = await pgCtl(place, ['stop', '-m', mode, '-w', '-t', '60'])
  if (code !== 0 && mode === 'fast') await stopServer(place, 'immediate')
}

/** The port of a PostgreSQL that still runs on this data. A pid file that names a dead process or a stranger goes away. */
export function runningPort(place: Place): number | undefined {
  const found = readPidFile(place)
  if (found && isPostmasterOf(place, found.pid)) return found.port
  rmSync(pidFile(place), { force: true })
  return undefined
}

/** Pids are used again, so that a process of that number lives proves nothing; PostgreSQL works in its data folder. */
function isPostmasterOf({ home }: Place, pid: number): boolean {
  if (!(pid > 1) || !isAlive(pid)) return false
  if (!existsSync('/proc/self/cwd')) return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === join(home, 'cluster')
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function pidFile({ home }: Place) {
  return join(home, 'cluster', 'postmaster.pid')
}

function readPidFile(place: Place): { pid: number; port: number } | undefined {
  if (!existsSync(pidFile(place))) return undefined
  const lines = readFileSync(pidFile(place), 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

/** What the watchdog does when this process is gone. */
type Watch = { postmaster: number } | { deleteData: true }

const STOP_POSTMASTER = `
  read -r pid < "$1/cluster/postmaster.pid" && [ "$pid" = "$2" ] && kill -INT "$pid"`

const STOP_AND_DELETE = `
  read -r pid < "$1/cluster/postmaster.pid" && kill -QUIT "$pid"
  for attempt in 1 2 3 4 5 6 7 8 9; do
    sleep 0.3
    [ -e "$1/cluster/postmaster.pid" ] || rm -rf "$1"
    [ -e "$1" ] || exit
  done
  rm -rf "$1"`

/**
 * Starts a shell that waits for the end of its input, which comes when this process is gone, however it went,
 * and then stops PostgreSQL. It has a session of its own, so Ctrl-C does not reach it. Answers how to call it off.
 */
export function watch({ account, home }: Place, what: Watch): () => void {
  if (platform() === 'win32') return () => {}
  const [script, pid] = 'postmaster' in what ? [STOP_POSTMASTER, String(what.postmaster)] : [STOP_AND_DELETE, '']
  const child = spawn('/bin/sh', ['-c', `while read -r line; do :; done\n${script}`, 'sitai-watchdog', home, pid], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Neither the child nor our end of its pipe may keep this process alive.
  child.unref()
  if (child.stdin instanceof Socket) child.stdin.unref()
  return () => child.kill('SIGKILL')
}

function pgCtl(place: Place, args: string[]) {
  const cluster = join(place.home, 'cluster')
  return execute(program(place.binaries, 'pg_ctl'), place.account, cluster, [...args, '-D', cluster])
}

/** Runs a program of PostgreSQL to its end; in a session of its own, so that Ctrl-C does not cut it short. */
function execute(
  file: string,
  account: Account,
  cwd: string,
  args: string[],
): Promise<{ code: number; output: string }> {
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
