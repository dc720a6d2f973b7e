import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The variable in which the tests find the addresses of the systems, one for each of Jest's workers. */
const ADDRESSES = 'SITAI_E2E_ADDRESSES'

/** Where this worker's own system is: test files that run side by side change nothing under one another's hands. */
export function systemAddress(): string {
  const all: readonly string[] = JSON.parse(process.env[ADDRESSES] ?? '[]')
  const address = all[(Number(process.env['JEST_WORKER_ID'] ?? 1) - 1) % all.length]
  if (address === undefined) throw new Error('No system was started: Jest has to run globalSetup first.')
  return address
}

/** Makes what a system is started from, once for all of them. */
export async function buildSystem(): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' }
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tools/build.ts'], { cwd: root, env })
}

/** Starts as many systems; answers how to stop them. If one does not start, none stays. */
export async function startBureaus(count: number): Promise<() => Promise<void>> {
  const starts = await Promise.allSettled(Array.from({ length: count }, startBureau))
  const running = starts.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []))
  const stop = async () => {
    await Promise.all(running.map((it) => it.stop()))
  }
  const failed = starts.find((it) => it.status === 'rejected')
  if (failed) {
    await stop()
    throw failed.reason
  }
  process.env[ADDRESSES] = JSON.stringify(running.map((it) => it.address))
  return stop
}

/** Starts the whole system as `pnpm start` does, with the demo bureau in a folder of its own. */
async function startBureau() {
  const folder = mkdtempSync(join(tmpdir(), 'sitai-e2e-'))
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/start.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '', PORT: String(port), SITAI_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(String(text)))
  // A system that dies under the tests fails them all; only what it said last tells why.
  const died = (code: number | null, signal: string | null) =>
    console.error(`The system ended (${signal ?? code}):\n${said.join('')}`)
  child.once('exit', died)
  const stop = async () => {
    child.off('exit', died)
    await ended(child)
    rmSync(folder, { recursive: true, force: true })
  }
  const address = `http://localhost:${port}`
  try {
    await healthy(address, child)
  } catch (error) {
    await stop()
    throw new Error(`The system did not start:\n${said.join('')}`, { cause: error })
  }
  return { address, stop }
}

async function healthy(address: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + 240_000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}.`)
    const response = await fetch(`${address}/health`).catch(() => null)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error('It was not healthy after four minutes.')
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const bound = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof bound !== 'object' || bound === null) throw new Error('No port is free.')
  return bound.port
}
