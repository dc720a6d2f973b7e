/** Whether somebody knows the password of a name: counted, locked and written down. */
import type { Account, Grant, SignInOutcome } from '@sitai/db/client'
import type { Settings } from '@sitai/rules/settings'
import type { Viewer } from '../access/viewer.ts'
import { Refusal } from '../acts/refusal.ts'
import { type Tx, write } from '../acts/write.ts'
import { db } from '../data/db.ts'
import { semaphore, type Semaphore } from '../data/semaphore.ts'
import type { Context } from '../graphql/context.ts'
import { settingsOf } from '../settings/settings.ts'
import { now } from '../time/clock.ts'
import { isPassword, nobodysHash } from './password.ts'
import { inForce } from './viewer.ts'

const minute = 60_000

export type Request = Pick<Context, 'requestId' | 'ip' | 'userAgent'>

interface Claim {
  readonly userName: string
  readonly password: string
  readonly at: Date
}

interface Proven<Found> {
  readonly account: Found
  readonly settings: Settings
}

/**
 * The account of this name, if the password is its own. Attempts at one name go one after the other, so that none is
 * looked at before those before it were counted. Refusals WRONG_CREDENTIALS and LOCKED, alike for names nobody has.
 */
export async function provenAccount(
  claim: Claim,
  request: Request,
): Promise<Proven<Account & { readonly grants: readonly Grant[] }>> {
  const { userName, password, at } = claim
  const outcome = await oneAtATime(userName, request, async (tx) => {
    const account = await tx.account.findUnique({
      where: { userName },
      include: { grants: { where: inForce(at), orderBy: { createdAt: 'asc' } } },
    })
    if (!account) return { refusal: await judgeNobody(tx, claim, request) }
    const settings = await settingsOf(account.divisionCode, tx)
    const known = { userName, accountId: account.id, divisionCode: account.divisionCode }
    const refusal = await judge(tx, account, settings, { password, at, field: 'password' })
    if (refusal) await recordSignIn(request, { ...known, outcome: refusal.wasLocked ? 'LOCKED' : 'WRONG_PASSWORD' }, tx)
    return refusal ? { refusal: refusal.refusal } : { proven: { account, settings } }
  })
  if (outcome.proven) return outcome.proven
  throw outcome.refusal
}

/** The viewer's own account, if this is its password; failures count as those of a sign-in do. */
export async function provenViewer(viewer: Viewer, password: string, request: Request): Promise<Proven<Account>> {
  const at = now()
  const outcome = await oneAtATime(viewer.userName, request, async (tx) => {
    const account = await tx.account.findUniqueOrThrow({ where: { id: viewer.accountId } })
    const settings = await settingsOf(viewer.divisionCode, tx)
    const refusal = await judge(tx, account, settings, { password, at, field: 'currentPassword' })
    return refusal ? { refusal: refusal.refusal } : { proven: { account, settings } }
  })
  if (outcome.proven) return outcome.proven
  throw outcome.refusal
}

/** Names that somebody is being proven for, in this process. */
const names = new Map<string, { readonly turn: Semaphore; waiting: number }>()

/**
 * Runs `fn` in a transaction that nobody else has for this name. Those of this process wait without a connection; other
 * servers wait at the database.
 */
async function oneAtATime<T>(userName: string, request: Request, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const found = await db.account.findFirst({ where: { userName }, select: { id: true, divisionCode: true } })
  const whose = found ? { accountId: found.id, divisionCode: found.divisionCode } : {}
  const name = names.get(userName) ?? { turn: semaphore(1), waiting: 0 }
  names.set(userName, name)
  name.waiting++
  try {
    return await name.turn.run(() =>
      write({ system: userName, ...whose, requestId: request.requestId, ip: request.ip }, 'signIn', async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext(${`signIn ${userName}`}))`
        return fn(tx)
      }),
    )
  } finally {
    name.waiting--
    if (name.waiting === 0) names.delete(userName)
  }
}

interface Judged {
  readonly refusal: Refusal
  readonly wasLocked: boolean
}

/** Why the password is not taken; a wrong one is counted. */
async function judge(
  tx: Tx,
  { id, lockedUntil, passwordHash }: Account,
  settings: Settings,
  { password, at, field }: { readonly password: string; readonly at: Date; readonly field: string },
): Promise<Judged | null> {
  if (lockedUntil && lockedUntil > at) return { refusal: locked(lockedUntil, at, field), wasLocked: true }
  if (await isPassword(password, passwordHash)) return null
  const { failedCount } = await tx.account.update({ where: { id }, data: { failedCount: { increment: 1 } } })
  if (failedCount < settings.lockoutAttempts) return { refusal: wrong(field), wasLocked: false }
  const until = new Date(at.getTime() + settings.lockoutMinutes * minute)
  await tx.account.update({ where: { id }, data: { failedCount: 0, lockedUntil: until } })
  return { refusal: locked(until, at, field), wasLocked: false }
}

/** What an account would have answered: a name nobody has is counted by the log of sign-ins. */
async function judgeNobody(tx: Tx, { userName, password, at }: Claim, request: Request): Promise<Refusal> {
  const bureau = await tx.bureau.findFirst({ orderBy: { divisionCode: 'asc' }, select: { divisionCode: true } })
  const { lockoutAttempts, lockoutMinutes } = await settingsOf(bureau?.divisionCode ?? '', tx)
  const where = { userName, outcome: 'NO_SUCH_ACCOUNT' as const }
  const before = await tx.signInEvent.count({ where })
  const last = await tx.signInEvent.findFirst({ where, orderBy: { at: 'desc' }, select: { at: true } })
  const until = new Date((last?.at.getTime() ?? 0) + lockoutMinutes * minute)
  if (before > 0 && before % lockoutAttempts === 0 && until > at) {
    await recordSignIn(request, { userName, outcome: 'LOCKED' }, tx)
    return locked(until, at, 'password')
  }
  await isPassword(password, nobodysHash)
  await recordSignIn(request, { userName, outcome: 'NO_SUCH_ACCOUNT' }, tx)
  if ((before + 1) % lockoutAttempts !== 0) return wrong('password')
  return locked(new Date(at.getTime() + lockoutMinutes * minute), at, 'password')
}

function wrong(field: string): Refusal {
  const message = field === 'password' ? '登录名或密码不正确。' : '当前密码不正确。'
  return new Refusal('WRONG_CREDENTIALS', message, [field])
}

function locked(until: Date, at: Date, field: string): Refusal {
  const minutes = Math.max(1, Math.ceil((until.getTime() - at.getTime()) / minute))
  return new Refusal('LOCKED', `密码连续输错，账号已锁定，请 ${minutes} 分钟后再试，或请管理员解锁。`, [field])
}

/** A line of the log of sign-ins. */
export async function recordSignIn(
  request: Request,
  event: { userName: string; accountId?: string; divisionCode?: string; outcome: SignInOutcome },
  tx: Tx = db,
) {
  await tx.signInEvent.create({
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
