import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '../log.ts'

/** How long requests under way may take after the server was told to stop, in milliseconds. */
const patience = 10_000
/** How long a connection without a request may stay: one may be on its way. */
const grace = 500

/**
 * On SIGTERM, SIGINT or when the process that started this one is gone: takes no new connection, lets what runs come to
 * its end, then closes what the app holds open and ends with 0. What is not done after ten seconds is cut off.
 */
export function stopGracefully(server: Server, close: () => Promise<void>): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    // A connection that is kept alive is told to go with its next answer.
    server.prependListener('request', (_request, response) => {
      if (!response.headersSent) response.setHeader('connection', 'close')
    })
    const closed = new Promise<void>((resolve) => server.once('close', () => resolve()))
    // Not http's own close: it cuts connections on which a request is just arriving.
    NetServer.prototype.close.call(server)
    await Promise.race([closed, sleep(grace)])
    server.closeIdleConnections()
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    const late = await Promise.race([closed.then(() => false), sleep(patience, true, { ref: false })])
    clearInterval(idle)
    if (late) {
      log.warn('requests under way were cut off')
      server.closeAllConnections()
    }
    await close().catch((error: unknown) =>
      log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'the end was not clean'),
    )
    process.exit(0)
  }
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, () => void stop())
}
