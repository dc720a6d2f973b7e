import { grantInput } from '@sitai/rules/account'
import type { Role } from '@sitai/db/client'
import { checkedInput } from '../acts/inputs.ts'
import { now } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { notFound, raise, Refusal } from '../acts/refusal.ts'
import { checkedReason, expectOne } from '../acts/checks.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'
import { visibleAccounts } from './account.access.ts'
import { isWithinPlace, grantRefusals, refuseGrant, withGrants } from './account.rules.ts'

/** A grant as asked for: which role, in which place, for which firm, until when. */
export interface GrantWords {
  readonly role: Role
  readonly divisionCode: string
  readonly firmId?: string | null
  readonly validTo?: Date | null
}

/** The grant, its place being a known one and its firm one of the viewer's place. */
export async function checkGrant(viewer: Viewer, words: GrantWords) {
  const { role, divisionCode, firmId = null } = checkedInput(grantInput, words)
  const validTo = words.validTo ?? null
  if (validTo && validTo <= now()) throw new Refusal('RANGE_INVALID', '到期时间应晚于现在。', ['validTo'])
  if (!isWithinPlace(divisionCode, viewer)) {
    throw new Refusal('BEYOND_PLACE', '授权的区划不能超出您自己的管辖范围。', ['divisionCode'])
  }
  const place = await db.division.findUnique({ where: { code: divisionCode } })
  if (!place) throw new Refusal('PLACE_UNKNOWN', '没有这个区划。', ['divisionCode'])
  if (firmId) {
    const firm = await db.firm.findFirst({ where: { id: firmId, divisionCode: { startsWith: divisionCode } } })
    if (!firm) throw new Refusal('NOT_FOUND', '没有找到这家机构，或不在所选区划内。', ['firmId'])
  }
  return { role, divisionCode, firmId, validTo }
}

/** Gives an account one more grant; it counts at the account's next request. */
export async function addGrant(viewer: Viewer, input: { accountId: string; grant: GrantWords }): Promise<string> {
  const account = await accountOf(viewer, input.accountId)
  const grant = await checkGrant(viewer, input.grant)
  raise(refuseGrant(viewer, account, grant))
  await write(viewer, 'addGrant', (tx) =>
    tx.grant.create({ data: { ...grant, accountId: account.id, validFrom: now() } }),
  )
  return account.id
}

/** Changes the scope or the end of a grant; the role stays what it is. */
export async function changeGrant(
  viewer: Viewer,
  input: { grantId: string; expectedVersion: number } & Omit<GrantWords, 'role'>,
): Promise<string> {
  const { account, grant } = await grantOf(viewer, input.grantId)
  if (grant.validTo && grant.validTo <= now()) throw new Refusal('ENDED', '这项授权已经终止。')
  const next = await checkGrant(viewer, { ...input, role: grant.role })
  raise(refuseGrant(viewer, account, next))
  const { divisionCode, firmId, validTo } = next
  await write(viewer, 'changeGrant', async (tx) => {
    expectOne(
      await tx.grant.updateMany({
        where: { id: grant.id, version: input.expectedVersion },
        data: { divisionCode, firmId, validTo },
      }),
    )
  })
  return account.id
}

/** Ends a grant now. Two admins who end one another's last grant at once: the account's row is the gate. */
export async function endGrant(viewer: Viewer, input: { grantId: string; reason: string }): Promise<string> {
  const { account, grant } = await grantOf(viewer, input.grantId)
  await write(
    viewer,
    'endGrant',
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${account.id}::uuid FOR UPDATE`
      const fresh = await tx.account.findUniqueOrThrow({ where: { id: account.id }, include: withGrants })
      const held = fresh.grants.find(({ id }) => id === grant.id)
      raise(held ? grantRefusals.endGrant(viewer, { ...held, account: fresh }) : notFound('项授权'))
      const soonest = new Date(grant.validFrom.getTime() + 1)
      await tx.grant.update({ where: { id: grant.id }, data: { validTo: now() > soonest ? now() : soonest } })
    },
    { reason: checkedReason(input.reason) },
  )
  return account.id
}

async function accountOf(viewer: Viewer, id: string) {
  const account = await db.account.findFirst({ where: { id, AND: visibleAccounts(viewer) }, include: withGrants })
  if (!account) throw notFound('个账号')
  return account
}

async function grantOf(viewer: Viewer, id: string) {
  const grant = await db.grant.findFirst({ where: { id, account: visibleAccounts(viewer) } })
  if (!grant) throw notFound('项授权')
  return { grant, account: await accountOf(viewer, grant.accountId) }
}
