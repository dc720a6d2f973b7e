import { divisionsAbove } from '../access/place.ts'
import type { SessionEndReason } from '@sitai/db/client'
import { now } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { keepSettings, settingsFromRows } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { passwordDue } from './passwordRules.ts'
import { type SessionKey, sessionOf } from './sessionRow.ts'

const minute = 60_000
/** How far the clocks of several servers may differ. */
const drift = 5 * minute

/** A grant that counts at this instant. */
export function inForce(at: Date) {
  return { validFrom: { lte: at }, OR: [{ validTo: null }, { validTo: { gt: at } }] }
}

type Request = { readonly requestId: string; readonly ip: string | null }

/**
 * Whose session this is, or null: unknown, ended, idle for too long, past its absolute end, account disabled or
 * without a grant in force. Read at every request, so a grant that ends or changes counts at the next one.
 * A session found to be over is written down as ended, with the reason.
 */
export async function viewerOfSession(key: SessionKey, request: Request): Promise<Viewer | null> {
  return (await presentOf(key, request))?.viewer ?? null
}

/** The viewer as `viewerOfSession` has it, and the name of the state of the data at that moment. */
export async function presentOf(
  key: SessionKey,
  request: Request,
): Promise<{ readonly viewer: Viewer; readonly snapshot: string } | null> {
  const at = now()
  const { session, snapshot } = await sessionOf(key)
  if (!session || session.isEnded) return null
  const { account } = session
  // Seen in the future: it began while the clock was ahead, and would end that much too late.
  const isAhead = session.lastSeenAt.getTime() > at.getTime() + drift
  if (isAhead || session.expiresAt <= at) return over(session, account, 'EXPIRED', request)
  const grants = session.grants.filter((it) => it.validFrom <= at && (it.validTo === null || it.validTo > at))
  const grant = grants.find(({ id }) => id === session.grantId) ?? grants[0]
  if (account.status !== 'ACTIVE' || !grant) return null

  const settings = settingsFromRows(
    session.settings.filter(({ divisionCode }) => divisionsAbove(grant.divisionCode).includes(divisionCode)),
  )
  const idle = at.getTime() - session.lastSeenAt.getTime()
  if (idle > settings.sessionIdleMinutes * minute) return over(session, account, 'IDLE', request)
  if (idle > minute) await db.session.update({ where: { id: session.id }, data: { lastSeenAt: at } })

  const viewer = {
    accountId: account.id,
    userName: account.userName,
    displayName: account.displayName,
    mustChangePassword: passwordDue(account, settings, at) !== null,
    sessionId: session.id,
    grantId: grant.id,
    role: grant.role,
    divisionCode: grant.divisionCode,
    firmId: grant.firmId,
    practitionerId: account.practitionerId,
    requestId: request.requestId,
    ip: request.ip,
  }
  keepSettings(viewer, settings)
  return { viewer, snapshot }
}

/** Writes down that the session is over; of several requests at once the first does. */
async function over(
  session: { id: string },
  account: { id: string; displayName: string; divisionCode: string },
  endReason: SessionEndReason,
  request: Request,
): Promise<null> {
  const writer = { system: account.displayName, accountId: account.id, divisionCode: account.divisionCode, ...request }
  await write(writer, 'sessionTimeout', (tx) =>
    tx.session.updateMany({ where: { id: session.id, endedAt: null }, data: { endedAt: now(), endReason } }),
  )
  return null
}
