import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '../log.ts'
import { ping } from './db.ts'

/** What a client is told while the database is away, and after how many seconds it may ask again. */
export const away = { code: 'DATABASE_AWAY', message: '数据库暂时连不上，请稍后再试。', retryAfter: '5' } as const

/**
 * PostgreSQL's codes for a connection that is not there (class 08), a server that ends or begins (57P01 to 57P03) or has
 * no connection left (53300); the system's and Prisma's codes for the same.
 */
const codes =
  /^(?:08\w{3}|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|P10(?:01|02|08|17)|P2024)$/

/** What the driver says where it has no code. */
const sentences =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection)/

/** Whether something failed because the database was not there, however deep the cause lies. */
export function isAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false
  const code: unknown = Reflect.get(error, 'code')
  if (typeof code === 'string' && codes.test(code)) return true
  if (error instanceof Error && sentences.test(error.message)) return true
  return ['originalError', 'cause', 'originalCode', 'meta', 'driverAdapterError'].some((key) => {
    const inner: unknown = Reflect.get(error, key)
    return typeof inner === 'string' ? codes.test(inner) : isAway(inner, depth + 1)
  })
}

let isKnown = false

/** Says in the log that the database is away, once, and once that it is back. */
export function noteAway(): void {
  if (isKnown) return
  isKnown = true
  log.error('the database does not answer')
  void untilBack()
}

async function untilBack(): Promise<void> {
  for (;;) {
    await sleep(1000, undefined, { ref: false })
    try {
      await ping()
      break
    } catch {
      // It is asked again.
    }
  }
  isKnown = false
  log.warn('the database answers again')
}
