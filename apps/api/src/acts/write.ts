import { config } from '../config.ts'
import { transact } from '../data/db.ts'
import { Refusal } from './refusal.ts'
import { refusalOfViolation, isRetryable } from './violations.ts'
import { semaphore } from '../data/semaphore.ts'
import type { End, Tx } from '../engine/contract.ts'
import type { Viewer } from '../access/viewer.ts'

export type { End, Tx }

/** Who writes when nobody is signed in: the nightly job, the sign-in itself. */
export interface SystemWriter {
  readonly system: string
  readonly requestId: string
  readonly divisionCode?: string
  readonly accountId?: string
  readonly ip?: string | null
}

interface WriteOptions {
  /** Why, in the user's words; kept in the audit line. */
  readonly reason?: string | undefined
  /** Upper bound of each statement and of each silence between two, in milliseconds; long imports ask for more. */
  readonly timeout?: number
}

const attempts = 8

/** Tells the database who writes, and when to give up. */
const opening = `
  SELECT set_config('sitai.viewer', $1, true), set_config('statement_timeout', $2, true),
         set_config('idle_in_transaction_session_timeout', $2, true)`

/** Transactions wait in line here, not for a connection; some connections always stay free for reads. */
const inLine = semaphore(Math.max(1, Math.floor(config.DATABASE_POOL * 0.75)))

/**
 * The one way to write. Runs `fn` in one transaction in which the database knows the writer, so that each changed
 * row leaves its audit line. A serialization failure or deadlock is tried again with jitter; a violated rule
 * of the database becomes the Refusal of that rule. `fn` may do its last thing through `end`.
 */
export async function write<T>(
  writer: Viewer | SystemWriter,
  act: string,
  fn: (tx: Tx, end: End) => Promise<T>,
  options: WriteOptions = {},
): Promise<T> {
  const timeout = String(options.timeout ?? 15_000)
  const face = JSON.stringify({ ...faceOf(writer), act, reason: options.reason ?? null })
  for (let attempt = 1; ; attempt++) {
    try {
      return await inLine.run(() => transact({ text: opening, values: [face, timeout] }, fn))
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (isRetryable(error) && attempt < attempts) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt))
        continue
      }
      throw refusalOfViolation(error) ?? error
    }
  }
}

function faceOf(writer: Viewer | SystemWriter) {
  if ('system' in writer) {
    return {
      actorName: writer.system,
      requestId: writer.requestId,
      divisionCode: writer.divisionCode ?? null,
      accountId: writer.accountId ?? null,
      ip: writer.ip ?? null,
    }
  }
  return {
    actorName: writer.displayName,
    requestId: writer.requestId,
    divisionCode: writer.divisionCode,
    accountId: writer.accountId,
    grantId: writer.grantId,
    role: writer.role,
    ip: writer.ip,
  }
}
