import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { root, tokenOf } from '../fixed.ts'
import type { Operation, World } from '../operations/operation.ts'

/** A request, ready to be sent. */
export interface Call {
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string
}

/** How one system is asked for an operation, the n-th time. */
export type Asks = (operation: Operation, world: World, n: number) => Call

/** A system that runs. */
export interface System {
  readonly name: string
  readonly address: string
  readonly pid: number
  /** Milliseconds from the start of the process to its first answer. */
  readonly firstAnswer: number
  readonly asks: Asks
  readonly stop: () => Promise<void>
}

interface Start {
  readonly name: string
  readonly node: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly asks: Asks
}

/** Connections to the database each system has: the same for all, and for five at once no more than PostgreSQL takes. */
export const POOL = 16

/** Starts a system on a free port and waits until it answers something, whatever that is. */
export async function startSystem({ name, node, args, env, asks }: Start): Promise<System> {
  const port = await freePort()
  const begin = performance.now()
  const child = spawn(node, args, {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      NODE_OPTIONS: '',
      ...env,
      PORT: String(port),
      DATABASE_POOL: String(POOL),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const address = `http://127.0.0.1:${port}`
  while (!(await answers(address))) {
    if (child.exitCode !== null) throw new Error(`${name} ended before it could serve.`)
    if (performance.now() - begin > 60_000) throw new Error(`${name} does not answer.`)
    await sleep(5)
  }
  return {
    name,
    address,
    pid: child.pid ?? 0,
    firstAnswer: performance.now() - begin,
    asks,
    stop: () =>
      new Promise((done) => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
        setTimeout(() => child.kill('SIGKILL'), 5_000).unref()
      }),
  }
}

async function answers(address: string): Promise<boolean> {
  return fetch(`${address}/health`, { signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  )
}

/** The headers of one who is signed in. */
export function headersOf(who: Parameters<typeof tokenOf>[0]): Record<string, string> {
  return { 'content-type': 'application/json', cookie: `__Host-sitai=${tokenOf(who)}` }
}

export async function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))))
    })
  })
}
