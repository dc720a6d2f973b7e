import { fullPinyin, searchKeys } from '@sitai/rules/pinyin'
import type { Prisma } from '@sitai/db/client'
import { inDistricts } from '../access/place.ts'
import { now } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { notFound, Refusal } from '../acts/refusal.ts'
import { hashPassword } from '../session/password.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { initialPasswords, type NewPassword } from './account.ts'

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

  const makePassword = await initialPasswords(viewer)
  const people = await Promise.all(
    known.map(async (person) => {
      const initialPassword = makePassword()
      return { ...person, initialPassword, passwordHash: await hashPassword(initialPassword) }
    }),
  )
  return write(
    viewer,
    'createPractitionerAccounts',
    async (tx) => {
      // One batch at a time, so that two never choose the same log-in name.
      await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('createPractitionerAccounts'))`
      const names = await takenNames(
        tx,
        people.map(({ name }) => stemOf(name)),
      )
      const made = await tx.account.createManyAndReturn({
        data: people.map(({ id, name, divisionCode, passwordHash }) => ({
          userName: takeFree(names, stemOf(name)),
          displayName: name,
          passwordHash,
          practitionerId: id,
          divisionCode,
          passwordChangedAt: now(),
          ...searchKeys(name, 'PERSON'),
        })),
        select: { id: true, practitionerId: true, divisionCode: true },
      })
      await tx.grant.createMany({
        data: made.map(({ id, divisionCode }) => ({ accountId: id, role: 'LAWYER', divisionCode, validFrom: now() })),
      })
      return people.flatMap(({ id, initialPassword }) =>
        made.filter((it) => it.practitionerId === id).map((it) => ({ accountId: it.id, initialPassword })),
      )
    },
    { timeout: 60_000 },
  )
}

/** What a log-in name begins with: the pinyin of the name. */
function stemOf(name: string): string {
  const plain = fullPinyin(name, 'PERSON')
    .replaceAll(/[^a-z0-9]/gu, '')
    .slice(0, 30)
  return plain.length >= 3 ? plain : `${plain}user`
}

async function takenNames(tx: Pick<Tx, 'account'>, stems: readonly string[]): Promise<Set<string>> {
  const taken = await tx.account.findMany({
    where: { OR: [...new Set(stems)].map((stem) => ({ userName: { startsWith: stem } })) },
    select: { userName: true },
  })
  return new Set(taken.map(({ userName }) => userName))
}

/** `linjingyi`, `linjingyi2`, `linjingyi3`: the first that nobody has; it is taken then. */
function takeFree(names: Set<string>, stem: string): string {
  let name = stem
  for (let number = 2; names.has(name); number += 1) name = `${stem}${number}`
  names.add(name)
  return name
}

/** The log-in name that the form of a new account offers for a name. */
export async function suggestUserName(name: string): Promise<string> {
  const stem = stemOf(name)
  return takeFree(await takenNames(db, [stem]), stem)
}
