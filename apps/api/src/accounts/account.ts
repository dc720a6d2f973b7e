import { randomInt } from 'node:crypto'
import { accountInput, makeInitialPassword } from '@sitai/rules/account'
import type { Account } from '@sitai/db/client'
import { searchKeys } from '@sitai/rules/pinyin'
import { checkedInput } from '../acts/inputs.ts'
import { now } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { notFound, raise } from '../acts/refusal.ts'
import { checkedReason, expectOne } from '../acts/checks.ts'
import { hashPassword } from '../session/password.ts'
import { settingsOf } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { visibleAccounts } from './account.access.ts'
import { accountRefusals, refuseScope, withGrants } from './account.rules.ts'
import { checkGrant, type GrantWords } from './grant.ts'

/** An account and the one moment its initial password can be read: only the hash is stored. */
export interface NewPassword {
  readonly accountId: string
  readonly initialPassword: string
  /** The account, where it was read with others'. */
  readonly account?: Account
}

interface CreateAccountInput {
  readonly userName: string
  readonly displayName: string
  readonly practitionerId?: string | null
  readonly grant: GrantWords
}

/** Opens an account with one grant and a random initial password that must be changed at the first sign-in. */
export async function createAccount(viewer: Viewer, input: CreateAccountInput): Promise<NewPassword> {
  const { userName, displayName } = checkedInput(accountInput, input)
  const grant = await checkGrant(viewer, input.grant)
  const practitionerId = input.practitionerId ?? null
  raise(refuseScope(viewer, { practitionerId }, grant))
  if (practitionerId) {
    const within = { id: practitionerId, divisionCode: { startsWith: viewer.divisionCode } }
    if (!(await db.practitioner.findFirst({ where: within }))) throw notFound('名执业人员')
  }
  const initialPassword = await newInitialPassword(viewer)
  const passwordHash = await hashPassword(initialPassword)
  const accountId = await write(viewer, 'createAccount', async (tx) => {
    const account = await tx.account.create({
      data: {
        userName,
        displayName,
        passwordHash,
        practitionerId,
        passwordChangedAt: now(),
        ...searchKeys(displayName, 'PERSON'),
        divisionCode: grant.divisionCode,
        grants: { create: { ...grant, validFrom: now() } },
      },
    })
    return account.id
  })
  return { accountId, initialPassword }
}

/** Corrects the log-in name or the name shown. */
export async function updateAccount(
  viewer: Viewer,
  input: { accountId: string; expectedVersion: number; userName: string; displayName: string },
): Promise<string> {
  const { userName, displayName } = checkedInput(accountInput, input)
  await demand(viewer, input.accountId, 'updateAccount')
  return change(viewer, 'updateAccount', input, { userName, displayName, ...searchKeys(displayName, 'PERSON') })
}

/** Shuts an account: nobody signs in with it any more and its sessions end at once. */
export async function disableAccount(viewer: Viewer, input: VersionedReason): Promise<string> {
  const reason = checkedReason(input.reason)
  await demand(viewer, input.accountId, 'disableAccount')
  return change(viewer, 'disableAccount', input, { status: 'DISABLED' }, reason, true)
}

/** Opens a disabled account again. */
export async function enableAccount(viewer: Viewer, input: Versioned): Promise<string> {
  await demand(viewer, input.accountId, 'enableAccount')
  return change(viewer, 'enableAccount', input, { status: 'ACTIVE', failedCount: 0, lockedUntil: null })
}

/** Lifts a lockout before its time. */
export async function unlockAccount(viewer: Viewer, input: { accountId: string }): Promise<string> {
  await demand(viewer, input.accountId, 'unlockAccount')
  await write(viewer, 'unlockAccount', (tx) =>
    tx.account.update({ where: { id: input.accountId }, data: { failedCount: 0, lockedUntil: null } }),
  )
  return input.accountId
}

/** Gives the account a new initial password and ends its sessions; the admin who hands it over cannot use it for long. */
export async function resetPassword(viewer: Viewer, input: { accountId: string }): Promise<NewPassword> {
  const account = await demand(viewer, input.accountId, 'resetPassword')
  const initialPassword = await newInitialPassword(viewer)
  const passwordHash = await hashPassword(initialPassword)
  const { passwordHistory } = await settingsOf(viewer.divisionCode)
  await write(viewer, 'resetPassword', async (tx) => {
    await tx.account.update({
      where: { id: account.id },
      data: {
        passwordHash,
        passwordHistory: [account.passwordHash, ...account.passwordHistory].slice(0, passwordHistory),
        passwordChangedAt: now(),
        mustChangePassword: true,
        failedCount: 0,
        lockedUntil: null,
      },
    })
    await endAllSessions(tx, account.id)
  })
  return { accountId: account.id, initialPassword }
}

interface Versioned {
  readonly accountId: string
  readonly expectedVersion: number
}
interface VersionedReason extends Versioned {
  readonly reason: string
}

/** The account if the viewer may see it and may do that; else the Refusal. */
export async function demand(viewer: Viewer, accountId: string, act: keyof typeof accountRefusals) {
  const account = await db.account.findFirst({
    where: { id: accountId, AND: visibleAccounts(viewer) },
    include: withGrants,
  })
  if (!account) throw notFound('个账号')
  raise(accountRefusals[act](viewer, account))
  return account
}

async function change(
  viewer: Viewer,
  act: string,
  { accountId, expectedVersion }: Versioned,
  data: Parameters<Tx['account']['updateMany']>[0]['data'],
  reason?: string,
  endsSessions = false,
): Promise<string> {
  await write(
    viewer,
    act,
    async (tx) => {
      expectOne(await tx.account.updateMany({ where: { id: accountId, version: expectedVersion }, data }))
      if (endsSessions) await endAllSessions(tx, accountId)
    },
    { reason },
  )
  return accountId
}

async function endAllSessions(tx: Tx, accountId: string) {
  await tx.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now(), endReason: 'REVOKED' } })
}

/** A random password long enough for the bureau's policy. */
export async function newInitialPassword(viewer: Viewer): Promise<string> {
  return (await initialPasswords(viewer))()
}

/** As newInitialPassword, for many: the bureau's rules are read once. */
export async function initialPasswords(viewer: Viewer): Promise<() => string> {
  const { passwordMinLength } = await settingsOf(viewer.divisionCode)
  return () => makeInitialPassword(randomInt, Math.max(12, passwordMinLength))
}
