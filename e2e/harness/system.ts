import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The variable in which the tests find the address of the system. */
export const ADDRESS = 'SITAI_E2E_ADDRESS'

/** Starts the whole system as `pnpm start` does, with the demo bureau in a folder of its own. Answers how to stop it. */
export async function startBureau(): Promise<() => Promise<void>> {
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
  try {
    await healthy(`http://localhost:${port}`, child)
  } catch (error) {
    await stop()
    throw new Error(`The system did not start:\n${said.join('')}`, { cause: error })
  }
  process.env[ADDRESS] = `http://localhost:${port}`
  return stop
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
