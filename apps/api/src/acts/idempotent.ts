import { createHash } from 'node:crypto'
import { Prisma } from '@sitai/db/client'
import { askPrepared } from '../data/db.ts'
import { Refusal } from './refusal.ts'
import { newId } from '../data/newId.ts'
import type { Viewer } from '../access/viewer.ts'
import { type End, write, type Tx } from './write.ts'

const keyForm = /^[\w:.-]{8,255}$/

/**
 * Runs an act that a phone may send twice, once: the same key with the same input answers what the first one made,
 * however many arrive at once; the same key with another input or for another act is refused. `make` answers the
 * id of what it made: best the one it is told, which is written down already; then it may use `end` (`write`). Keys
 * belong to the account.
 */
export async function idempotent(
  viewer: Viewer,
  key: string,
  act: string,
  input: unknown,
  make: (tx: Tx, id: string, end: End) => Promise<string>,
  options: { reason?: string | undefined; timeout?: number } = {},
): Promise<{ readonly id: string; readonly replayed: boolean }> {
  if (!keyForm.test(key))
    throw new Refusal('IDEMPOTENCY_KEY_INVALID', '请求编号有误，请重新打开本页再办。', ['idempotencyKey'])
  const inputHash = createHash('sha256').update(canonical(input)).digest('base64url')
  return write(
    viewer,
    act,
    async (tx, end) => {
      const fresh = newId()
      // A second request with the key waits here until the first has come to its end.
      const [taken] = await askPrepared(
        Prisma.sql`
        INSERT INTO idempotency_key (account_id, key, act, input_hash, result_id)
        VALUES (${viewer.accountId}, ${key}, ${act}, ${inputHash}, ${fresh}) ON CONFLICT DO NOTHING RETURNING key`,
        tx,
      )
      if (!taken) return replay(tx, viewer, { key, act, inputHash })
      const id = await make(tx, fresh, end)
      if (id !== fresh) {
        await tx.idempotencyKey.update({
          where: { accountId_key: { accountId: viewer.accountId, key } },
          data: { resultId: id },
          select: { key: true },
        })
      }
      return { id, replayed: false }
    },
    options,
  )
}

async function replay(tx: Tx, viewer: Viewer, asked: { key: string; act: string; inputHash: string }) {
  const first = await tx.idempotencyKey.findUnique({
    where: { accountId_key: { accountId: viewer.accountId, key: asked.key } },
  })
  if (first?.act !== asked.act || first.inputHash !== asked.inputHash) {
    throw new Refusal('IDEMPOTENCY_KEY_REUSED', '这个请求编号已用于另一件事，请重新打开本页再办。', ['idempotencyKey'])
  }
  return { id: first.resultId, replayed: true }
}

/** The same text for the same values, whatever the order of the fields; what is undefined is not there. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
}
