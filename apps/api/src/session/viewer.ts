import { now } from '../clock.ts'
import { db } from '../db.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../viewer.ts'

const minute = 60_000

/** A grant that counts at this instant. */
export function inForce(at: Date) {
  return { validFrom: { lte: at }, OR: [{ validTo: null }, { validTo: { gt: at } }] }
}

type SessionKey = { readonly tokenHash: string } | { readonly id: string }

/**
 * Whose session this is, or null: unknown, ended, idle for too long, past its absolute end, account disabled or
 * without a grant in force. Read at every request, so a grant that ends or changes counts at the next one.
 */
export async function viewerOfSession(
  key: SessionKey,
  request: { requestId: string; ip: string | null },
): Promise<Viewer | null> {
  const at = now()
  const session = await db.session.findUnique({
    where: 'id' in key ? { id: key.id } : { tokenHash: key.tokenHash },
    include: { account: { include: { grants: { where: inForce(at), orderBy: { createdAt: 'asc' } } } } },
  })
  if (!session || session.endedAt || session.expiresAt <= at || session.account.status !== 'ACTIVE') return null
  const grants = session.account.grants
  const grant = grants.find(({ id }) => id === session.grantId) ?? grants[0]
  if (!grant) return null

  const { sessionIdleMinutes } = await settingsOf(grant.divisionCode)
  const idle = at.getTime() - session.lastSeenAt.getTime()
  if (idle > sessionIdleMinutes * minute) {
    return null
  }
  if (idle > minute) await db.session.update({ where: { id: session.id }, data: { lastSeenAt: at } })

  const { account } = session
  return {
    accountId: account.id,
    userName: account.userName,
    displayName: account.displayName,
    mustChangePassword: account.mustChangePassword,
    sessionId: session.id,
    grantId: grant.id,
    role: grant.role,
    divisionCode: grant.divisionCode,
    firmId: grant.firmId,
    practitionerId: account.practitionerId,
    ...request,
  }
}
