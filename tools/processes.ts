import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { root } from './run.ts'

/** A process of ours that runs until it is stopped. */
export interface Running {
  name: string
  /** Asks it to stop and waits; after twelve seconds, two more than the API gives its requests, it is made to. */
  stop: () => Promise<void>
  /** Its exit code, once it has ended. */
  ended: Promise<number>
  hasEnded: () => boolean
}

/** A module to `--import` into a program that would not notice by itself that we are gone. */
export const endWithOwner = 'data:text/javascript,process.once("disconnect",()=>process.exit(0))'

/**
 * Starts a Node process in a group of its own, so that Ctrl-C reaches only us and we stop things in order.
 * It has an IPC channel, which closes when we are gone: that tells it to end.
 */
export async function startProcess(name: string, args: string[], env: NodeJS.ProcessEnv, cwd = root): Promise<Running> {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let over = false
  const ended = new Promise<number>((done) => {
    child.on('exit', (code) => {
      over = true
      done(code ?? 1)
    })
  })
  const stop = async () => {
    if (over) return
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), 12_000)
    await ended
    clearTimeout(timer)
  }
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('spawn', () => done({ name, stop, ended, hasEnded: () => over }))
  })
}

/** Waits until GET /health answers 200; throws when the process ends before that, or after two minutes. */
export async function untilHealthy(address: string, running: Running): Promise<void> {
  const limit = Date.now() + 120_000
  while (Date.now() < limit) {
    if (running.hasEnded()) throw new Error(`${running.name} ended before it could serve.`)
    const ok = await fetch(`${address}/health`, { signal: AbortSignal.timeout(2_000) }).then(
      (answer) => answer.status === 200,
      () => false,
    )
    if (ok) return
    await sleep(100)
  }
  throw new Error(`${running.name} does not answer at ${address}/health.`)
}

/** Throws a sentence that helps when something else listens on the port. */
export async function assertFree(port: number): Promise<void> {
  await new Promise<void>((done, fail) => {
    const server = createServer()
    server.once('error', () => {
      fail(
        new Error(`Port ${port} is taken; is the system already running? PORT=${port + 10} pnpm start uses another.`),
      )
    })
    server.listen(port, '127.0.0.1', () => server.close(() => done()))
  })
}
