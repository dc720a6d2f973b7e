import { fullPinyin, searchKeys } from '@sitai/rules/pinyin'
import type { Prisma } from '@sitai/db/client'
import { inDistricts } from '../access.ts'
import { now } from '../clock.ts'
import { db } from '../db.ts'
import { notFound, Refusal } from '../errors.ts'
import { hashPassword } from '../session/password.ts'
import type { Viewer } from '../viewer.ts'
import { write, type Tx } from '../write.ts'
import { newInitialPassword, type NewPassword } from './account.ts'

/** One batch's most: each password costs the machine 40 ms, and a slip is printed for each. */
export const batchCap = 100

/** Practitioners in practice (or waiting to be verified) who have no account yet. */
export function withoutAccount(viewer: Viewer): Prisma.PractitionerWhereInput {
  return {
    account: { is: null },
    status: { in: ['PENDING_VERIFY', 'ACTIVE', 'SUSPENDED'] },
    divisionCode: inDistricts(viewer.divisionCode),
  }
}

/**
 * Opens an account with the grant LAWYER for each of these practitioners, all or none. The log-in name is the pinyin of
 * the name, with a number behind it when it is taken.
 */
export async function createPractitionerAccounts(
  viewer: Viewer,
  practitionerIds: readonly string[],
): Promise<NewPassword[]> {
  const ids = [...new Set(practitionerIds)]
  if (ids.length === 0) throw new Refusal('NOTHING_CHOSEN', '请先选择执业人员。', ['practitionerIds'])
  if (ids.length > batchCap) throw new Refusal('TOO_MANY', `一次最多开通 ${batchCap} 个账号。`, ['practitionerIds'])
  const known = await db.practitioner.findMany({
    where: { id: { in: ids }, divisionCode: inDistricts(viewer.divisionCode) },
    select: { id: true, name: true, divisionCode: true, account: { select: { id: true } } },
    orderBy: [{ pinyin: 'asc' }, { id: 'asc' }],
  })
  if (known.length < ids.length) throw notFound('名执业人员')
  const taken = known.find(({ account }) => account)
  if (taken)
    throw new Refusal('PRACTITIONER_HAS_ACCOUNT', `${taken.name}已有账号，请重新载入名单。`, ['practitionerIds'])

  const people = await Promise.all(
    known.map(async (person) => {
      const initialPassword = await newInitialPassword(viewer)
      return { ...person, initialPassword, passwordHash: await hashPassword(initialPassword) }
    }),
  )
  return write(
    viewer,
    'createPractitionerAccounts',
    async (tx) => {
      // One batch at a time, so that two never choose the same log-in name.
      await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('createPractitionerAccounts'))`
      const made: NewPassword[] = []
      for (const { id, name, divisionCode, initialPassword, passwordHash } of people) {
        const account = await tx.account.create({
          data: {
            userName: await freeUserName(tx, name),
            displayName: name,
            passwordHash,
            practitionerId: id,
            divisionCode,
            passwordChangedAt: now(),
            ...searchKeys(name, 'PERSON'),
            grants: { create: { role: 'LAWYER', divisionCode, validFrom: now() } },
          },
        })
        made.push({ accountId: account.id, initialPassword })
      }
      return made
    },
    { timeout: 60_000 },
  )
}

/** `linjingyi`, `linjingyi2`, `linjingyi3`: the first that nobody has. */
async function freeUserName(tx: Pick<Tx, 'account'>, name: string): Promise<string> {
  const plain = fullPinyin(name, 'PERSON')
    .replaceAll(/[^a-z0-9]/gu, '')
    .slice(0, 30)
  const stem = plain.length >= 3 ? plain : `${plain}user`
  const taken = await tx.account.findMany({ where: { userName: { startsWith: stem } }, select: { userName: true } })
  const names = new Set(taken.map(({ userName }) => userName))
  let number = 1
  while (names.has(number === 1 ? stem : `${stem}${number}`)) number++
  return number === 1 ? stem : `${stem}${number}`
}

/** The log-in name that the form of a new account offers for a name. */
export function suggestUserName(name: string): Promise<string> {
  return freeUserName(db, name)
}
