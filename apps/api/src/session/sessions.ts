import type { Prisma } from '@sitai/db/client'
import { may } from '../access/acts.ts'
import { visibleAccounts } from '../accounts/account.access.ts'
import { refuseManageAccount, withGrants } from '../accounts/account.rules.ts'
import { now } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { notFound, raise, type Refusal } from '../acts/refusal.ts'
import type { Refusals } from '../acts/refusals.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'

const minute = 60_000

/** Sessions that a request would still be let in with: not ended, neither too old nor idle for too long. */
export async function liveSessions(viewer: Viewer): Promise<Prisma.SessionWhereInput> {
  const at = now()
  const { sessionIdleMinutes } = await settingsOf(viewer.divisionCode)
  return {
    endedAt: null,
    expiresAt: { gt: at },
    lastSeenAt: { gt: new Date(at.getTime() - sessionIdleMinutes * minute) },
    account: { status: 'ACTIVE' },
  }
}

/** One's own sessions; for those who manage accounts, the sessions of the accounts they see. */
export function visibleSessions(viewer: Viewer): Prisma.SessionWhereInput {
  return { account: visibleAccounts(viewer) }
}

interface SessionFacts {
  readonly accountId: string
  readonly account: Parameters<typeof refuseManageAccount>[1]
}

/** Why this viewer may not end this session; null when they may. */
function refuseEndSession(viewer: Viewer, session: SessionFacts): Refusal | null {
  if (session.accountId === viewer.accountId) return null
  if (!may(viewer, 'account:write')) return notFound('个登录')
  return refuseManageAccount(viewer, session.account)
}

/** Who may do what with a session. */
export const sessionRefusals = { endSession: refuseEndSession } satisfies Refusals<SessionFacts>

/** Signs a device out: one's own at any time, another's as an admin. The next request of that device finds no session. */
export async function endSession(viewer: Viewer, sessionId: string): Promise<string> {
  const session = await db.session.findFirst({
    where: { id: sessionId, AND: visibleSessions(viewer) },
    include: { account: { include: withGrants } },
  })
  if (!session) throw notFound('个登录')
  raise(sessionRefusals.endSession(viewer, session))
  const own = session.accountId === viewer.accountId
  await write(viewer, 'endSession', (tx) =>
    tx.session.updateMany({
      where: { id: session.id, endedAt: null },
      data: { endedAt: now(), endReason: own ? 'SIGNED_OUT' : 'REVOKED' },
    }),
  )
  return session.id
}

/** Signs all other devices of one's own account out. */
export async function endOtherSessions(viewer: Viewer): Promise<number> {
  const { count } = await write(viewer, 'endOtherSessions', (tx) =>
    tx.session.updateMany({
      where: { accountId: viewer.accountId, endedAt: null, NOT: { id: viewer.sessionId } },
      data: { endedAt: now(), endReason: 'SIGNED_OUT' },
    }),
  )
  return count
}
