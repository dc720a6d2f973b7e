import { now } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { hashPassword, isPassword } from './password.ts'
import { provenAccount, provenViewer, recordSignIn, type Request } from './proven.ts'
import { demandGoodPassword, isInitialPasswordStale } from './passwordRules.ts'
import { giveBack, takeAttempt } from './rateLimit.ts'
import { hashToken, newToken } from './token.ts'
import { inForce, viewerOfSession } from './viewer.ts'

const hour = 3_600_000

/**
 * Signs in and answers the new session's token. Unknown name and wrong password look the same, in words, in time and in
 * what many of them lead to. After the set number of failures in a row the name is locked for the set minutes; whoever
 * tries many names is held up by address.
 */
export async function signIn(
  input: { userName: string; password: string },
  request: Request,
): Promise<{ token: string; viewer: Viewer }> {
  const at = now()
  const userName = input.userName.trim().slice(0, 100)
  const attempt = { ip: request.ip, userName }
  await takeAttempt(attempt)
  const { account, settings } = await provenAccount({ userName, password: input.password, at }, request)
  const known = { userName, accountId: account.id, divisionCode: account.divisionCode }
  const grant = account.grants[0]
  if (account.status !== 'ACTIVE' || !grant) {
    const outcome = account.status === 'ACTIVE' ? 'NO_GRANT' : 'DISABLED'
    await recordSignIn(request, { ...known, outcome })
    throw new Refusal(
      outcome,
      outcome === 'NO_GRANT' ? '该账号目前没有有效的授权，请联系管理员。' : '该账号已停用，请联系管理员。',
    )
  }
  if (isInitialPasswordStale(account, settings, at)) {
    await recordSignIn(request, { ...known, outcome: 'WRONG_PASSWORD' })
    throw new Refusal('INITIAL_PASSWORD_EXPIRED', '初始密码已过有效期，请联系管理员重置密码。', ['password'])
  }
  await giveBack(attempt)

  const token = newToken()
  const writer = { system: account.displayName, accountId: account.id, divisionCode: account.divisionCode, ...request }
  await write(writer, 'signIn', async (tx) => {
    await tx.session.create({
      data: {
        tokenHash: hashToken(token),
        accountId: account.id,
        grantId: grant.id,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: new Date(at.getTime() + settings.sessionAbsoluteHours * hour),
        ip: request.ip,
        userAgent: request.userAgent?.slice(0, 300) ?? null,
      },
    })
    if (account.failedCount > 0 || account.lockedUntil) {
      await tx.account.update({ where: { id: account.id }, data: { failedCount: 0, lockedUntil: null } })
    }
  })
  await recordSignIn(request, { ...known, outcome: 'SUCCEEDED' })
  const viewer = await viewerOfSession({ tokenHash: hashToken(token) }, request)
  if (!viewer) throw new Error('The session that was just made does not count.')
  return { token, viewer }
}

/** Ends this session. */
export async function signOut(viewer: Viewer, userAgent: string | null): Promise<void> {
  await write(viewer, 'signOut', (tx) =>
    tx.session.update({ where: { id: viewer.sessionId }, data: { endedAt: now(), endReason: 'SIGNED_OUT' } }),
  )
  await recordSignIn({ ...viewer, userAgent }, { ...viewer, outcome: 'SIGNED_OUT' })
}

/** Goes on under another of one's own grants, if it is in force. */
export async function switchGrant(viewer: Viewer, grantId: string): Promise<void> {
  const grant = await db.grant.findFirst({ where: { id: grantId, accountId: viewer.accountId, ...inForce(now()) } })
  if (!grant) throw new Refusal('NOT_FOUND', '没有这项授权，或已到期。')
  await write(viewer, 'switchGrant', (tx) =>
    tx.session.update({ where: { id: viewer.sessionId }, data: { grantId: grant.id } }),
  )
}

/** Changes one's own password, and ends every other session of the account. */
export async function changePassword(
  viewer: Viewer,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  const request = { requestId: viewer.requestId, ip: viewer.ip, userAgent: null }
  const { account, settings } = await provenViewer(viewer, input.currentPassword, request)
  demandGoodPassword(input.newPassword, account, settings)
  for (const used of [account.passwordHash, ...account.passwordHistory.slice(0, settings.passwordHistory)]) {
    if (await isPassword(input.newPassword, used)) {
      throw new Refusal('PASSWORD_USED', '不能再用最近用过的密码。', ['newPassword'])
    }
  }
  const passwordHash = await hashPassword(input.newPassword)
  await write(viewer, 'changePassword', async (tx) => {
    await tx.account.update({
      where: { id: account.id },
      data: {
        passwordHash,
        passwordHistory: [account.passwordHash, ...account.passwordHistory].slice(0, settings.passwordHistory),
        passwordChangedAt: now(),
        mustChangePassword: false,
        failedCount: 0,
      },
    })
    await tx.session.updateMany({
      where: { accountId: account.id, endedAt: null, NOT: { id: viewer.sessionId } },
      data: { endedAt: now(), endReason: 'PASSWORD_CHANGED' },
    })
  })
}
