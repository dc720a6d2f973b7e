import { cleanLine, lengthOf } from '@sitai/rules/text'
import type { Prisma, ServiceLog } from '@sitai/db/client'
import { now } from '../time/clock.ts'
import { notFound, raise, Refusal } from '../acts/refusal.ts'
import { checkedReason } from '../acts/checks.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { serviceLogRefusals, visibleServiceLogs } from './serviceLog.access.ts'

/** What is done with several logs at once: done with those that allow it, the rest named with its reason. */
export interface Reviewed {
  readonly done: readonly string[]
  readonly skipped: readonly { readonly id: string; readonly message: string }[]
}

const most = 200

/** Confirms logs; `name` is who speaks for the community, `rating` what it thinks of the service (1 to 5). */
export async function confirmServiceLogs(
  viewer: Viewer,
  ids: readonly string[],
  words: { name?: string | null | undefined; rating?: number | null | undefined } = {},
): Promise<Reviewed> {
  const name = words.name ? cleanLine(words.name) : null
  if (name && lengthOf(name) > 50) throw new Refusal('INVALID', '确认人最多 50 个字。', ['confirmedByName'])
  if (words.rating != null && !name) throw new Refusal('NAME_REQUIRED', '评分须写明是社区哪一位。', ['confirmedByName'])
  if (words.rating != null && !(Number.isInteger(words.rating) && words.rating >= 1 && words.rating <= 5)) {
    throw new Refusal('RATING_INVALID', '评分应为 1 至 5 分。', ['rating'])
  }
  const data = {
    status: 'CONFIRMED',
    confirmedAt: now(),
    confirmedByName: name ?? viewer.displayName,
    rating: words.rating ?? null,
  } satisfies Prisma.ServiceLogUpdateManyMutationInput
  return review(viewer, 'confirmServiceLogs', ids, data, serviceLogRefusals.confirmServiceLogs)
}

/** Gives logs back to their authors, who see why. */
export async function returnServiceLogs(viewer: Viewer, ids: readonly string[], given: string): Promise<Reviewed> {
  const returnReason = checkedReason(given)
  const data = { status: 'RETURNED' as const, returnReason }
  return review(viewer, 'returnServiceLogs', ids, data, serviceLogRefusals.returnServiceLogs, returnReason)
}

/** Voids logs: they stay readable and count nowhere. */
export async function voidServiceLogs(viewer: Viewer, ids: readonly string[], given: string): Promise<Reviewed> {
  const voidReason = checkedReason(given)
  return review(
    viewer,
    'voidServiceLogs',
    ids,
    { status: 'VOID', voidReason },
    serviceLogRefusals.voidServiceLogs,
    voidReason,
  )
}

async function review(
  viewer: Viewer,
  act: string,
  ids: readonly string[],
  data: Prisma.ServiceLogUpdateManyMutationInput,
  refuse: (viewer: Viewer, log: ServiceLog) => Refusal | null,
  reason?: string,
): Promise<Reviewed> {
  if (ids.length === 0 || ids.length > most) throw new Refusal('INVALID', `一次请选 1 至 ${most} 篇日志。`, ['ids'])
  return write(
    viewer,
    act,
    async (tx) => {
      const logs = await locked(tx, viewer, ids)
      if (logs.length === 0) throw notFound('篇日志')
      const refused = logs.flatMap((log) => {
        const refusal = refuse(viewer, log)
        return refusal ? [{ id: log.id, message: refusal.message, refusal }] : []
      })
      // One log alone is refused like any other act; of several, the rest goes on.
      if (logs.length === 1) raise(refused[0]?.refusal ?? null)
      const done = logs.map((log) => log.id).filter((id) => !refused.some((it) => it.id === id))
      if (done.length > 0) await tx.serviceLog.updateMany({ where: { id: { in: done } }, data })
      const unseen = ids
        .filter((id) => !logs.some((log) => log.id === id))
        .map((id) => ({ id, message: notFound('篇日志').message }))
      return { done, skipped: [...refused.map(({ id, message }) => ({ id, message })), ...unseen] }
    },
    { reason },
  )
}

/** The logs, held until the end of the transaction: whoever comes meanwhile sees what became of them. */
async function locked(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<ServiceLog[]> {
  await tx.$queryRaw`SELECT id FROM service_log WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
  return tx.serviceLog.findMany({ where: { id: { in: [...ids] }, AND: visibleServiceLogs(viewer) } })
}
