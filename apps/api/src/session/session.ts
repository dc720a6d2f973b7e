import { passwordProblems } from '@sitai/rules/password'
import type { SignInOutcome } from '@sitai/db/client'
import { now } from '../clock.ts'
import type { Context } from '../context.ts'
import { db } from '../db.ts'
import { Refusal } from '../errors.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../viewer.ts'
import { write } from '../write.ts'
import { hashPassword, isPassword, nobodysHash } from './password.ts'
import { hashToken, newToken } from './token.ts'
import { inForce, viewerOfSession } from './viewer.ts'

const minute = 60_000
const hour = 60 * minute

type Request = Pick<Context, 'requestId' | 'ip' | 'userAgent'>

const wrong = () => new Refusal('WRONG_CREDENTIALS', '登录名或密码不正确。', ['password'])

/**
 * Signs in and answers the new session's token. Unknown name and wrong password look the same, in words and in time.
 * After the set number of failures in a row the account is locked for the set minutes.
 */
export async function signIn(
  input: { userName: string; password: string },
  request: Request,
): Promise<{ token: string; viewer: Viewer }> {
  const at = now()
  const userName = input.userName.trim()
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
    const isLocked = await countFailure(account.id, userName, settings.lockoutAttempts, lockedUntil, request)
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

  const token = newToken()
  await write({ system: account.displayName, accountId: account.id, ...request }, 'signIn', async (tx) => {
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
  if (!(await isPassword(input.currentPassword, account.passwordHash))) {
    const lockedUntil = new Date(now().getTime() + settings.lockoutMinutes * minute)
    await countFailure(account.id, account.userName, settings.lockoutAttempts, lockedUntil, {
      ...viewer,
      userAgent: null,
    })
    throw new Refusal('WRONG_CREDENTIALS', '当前密码不正确。', ['currentPassword'])
  }
  const problem = passwordProblems(input.newPassword, account.userName, settings)[0]
  if (problem) throw new Refusal('PASSWORD_WEAK', problem, ['newPassword'])
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

function locked(until: Date, at: Date): Refusal {
  const minutes = Math.max(1, Math.ceil((until.getTime() - at.getTime()) / minute))
  return new Refusal('LOCKED', `密码连续输错，账号已锁定，请 ${minutes} 分钟后再试，或请管理员解锁。`, ['password'])
}

/** Counts one failure in the database, so that two attempts at once count as two; answers whether it locked. */
async function countFailure(id: string, userName: string, attempts: number, lockedUntil: Date, request: Request) {
  return write({ system: userName, accountId: id, ...request }, 'signIn', async (tx) => {
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
