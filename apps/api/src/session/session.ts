import type { SignInOutcome } from '@sitai/db/client'
import { now } from '../time/clock.ts'
import type { Context } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { Refusal } from '../acts/refusal.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { hashPassword, isPassword, nobodysHash } from './password.ts'
import { demandGoodPassword, isInitialPasswordStale } from './passwordRules.ts'
import { giveBack, takeAttempt } from './rateLimit.ts'
import { hashToken, newToken } from './token.ts'
import { inForce, viewerOfSession } from './viewer.ts'

const minute = 60_000
const hour = 60 * minute

type Request = Pick<Context, 'requestId' | 'ip' | 'userAgent'>

const wrong = () => new Refusal('WRONG_CREDENTIALS', '登录名或密码不正确。', ['password'])

/**
 * Signs in and answers the new session's token. Unknown name and wrong password look the same, in words and in time.
 * After the set number of failures in a row the account is locked for the set minutes; whoever tries many names is
 * held up by address.
 */
export async function signIn(
  input: { userName: string; password: string },
  request: Request,
): Promise<{ token: string; viewer: Viewer }> {
  const at = now()
  const userName = input.userName.trim().slice(0, 100)
  const attempt = { ip: request.ip, userName }
  await takeAttempt(attempt)
  const account = await db.account.findUnique({
    where: { userName },
    include: { grants: { where: inForce(at), orderBy: { createdAt: 'asc' } } },
  })
  if (!account) {
    await isPassword(input.password, nobodysHash)
    await recordSignIn(request, { userName, outcome: 'NO_SUCH_ACCOUNT' })
    throw wrong()
  }
  const known = { userName, accountId: account.id, divisionCode: account.divisionCode }
  const settings = await settingsOf(account.divisionCode)
  if (account.lockedUntil && account.lockedUntil > at) {
    await recordSignIn(request, { ...known, outcome: 'LOCKED' })
    throw locked(account.lockedUntil, at)
  }
  if (!(await isPassword(input.password, account.passwordHash))) {
    const lockedUntil = new Date(at.getTime() + settings.lockoutMinutes * minute)
    const isLocked = await countFailure(account, settings.lockoutAttempts, lockedUntil, request)
    await recordSignIn(request, { ...known, outcome: 'WRONG_PASSWORD' })
    throw isLocked ? locked(lockedUntil, at) : wrong()
  }
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
  if (!viewer) throw wrong()
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
  const account = await db.account.findUniqueOrThrow({ where: { id: viewer.accountId } })
  const settings = await settingsOf(viewer.divisionCode)
  if (account.lockedUntil && account.lockedUntil > now()) throw locked(account.lockedUntil, now(), 'currentPassword')
  if (!(await isPassword(input.currentPassword, account.passwordHash))) {
    const lockedUntil = new Date(now().getTime() + settings.lockoutMinutes * minute)
    const request = { requestId: viewer.requestId, ip: viewer.ip, userAgent: null }
    const isLocked = await countFailure(account, settings.lockoutAttempts, lockedUntil, request)
    if (isLocked) throw locked(lockedUntil, now(), 'currentPassword')
    throw new Refusal('WRONG_CREDENTIALS', '当前密码不正确。', ['currentPassword'])
  }
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

function locked(until: Date, at: Date, field = 'password'): Refusal {
  const minutes = Math.max(1, Math.ceil((until.getTime() - at.getTime()) / minute))
  return new Refusal('LOCKED', `密码连续输错，账号已锁定，请 ${minutes} 分钟后再试，或请管理员解锁。`, [field])
}

type Known = { readonly id: string; readonly userName: string; readonly divisionCode: string }

/** Counts one failure in the database, so that two attempts at once count as two; answers whether it locked. */
async function countFailure(account: Known, attempts: number, lockedUntil: Date, request: Request): Promise<boolean> {
  const { id, userName, divisionCode } = account
  return write({ system: userName, accountId: id, divisionCode, ...request }, 'signIn', async (tx) => {
    const { failedCount } = await tx.account.update({ where: { id }, data: { failedCount: { increment: 1 } } })
    if (failedCount < attempts) return false
    await tx.account.update({ where: { id }, data: { failedCount: 0, lockedUntil } })
    return true
  })
}

async function recordSignIn(
  request: Request,
  event: { userName: string; accountId?: string; divisionCode?: string; outcome: SignInOutcome },
) {
  await db.signInEvent.create({
    data: {
      at: now(),
      userName: event.userName.slice(0, 100),
      accountId: event.accountId ?? null,
      divisionCode: event.divisionCode ?? null,
      outcome: event.outcome,
      ip: request.ip,
      userAgent: request.userAgent?.slice(0, 300) ?? null,
    },
  })
}
