import { randomInt, randomUUID } from 'node:crypto'
import { addDays } from '@sitai/rules/calendar'
import { makeCreditCode } from '@sitai/rules/creditCode'
import { makeLawyerLicence } from '@sitai/rules/licenceNo'
import type { Role, Prisma } from '@sitai/db/client'
import { now, today } from '../time/clock.ts'
import { midnightUtc } from '../time/dates.ts'
import { db } from '../data/db.ts'
import type { Viewer } from '../access/viewer.ts'
import { write } from '../acts/write.ts'

const clerk = { system: '测试', requestId: 'test' }
let sequence = 0
const next = () => ++sequence

/** A day as Prisma takes it. */
export const day = (text: string) => midnightUtc(text)
/** Today as the rules see it, shifted by some days. */
export const fromToday = (days: number) => addDays(today(), days)

/**
 * The small vocabulary that tests build their own worlds with. Every bureau gets a district code of its own,
 * so that tests never see one another.
 */
export const given = {
  /** A district bureau with one street. Codes begin with 9, where no real province is. */
  async bureau() {
    const divisionCode = `9${String(next()).padStart(5, '0')}`
    const streetCode = `${divisionCode}001`
    await write(clerk, 'given', async (tx) => {
      await tx.division.create({ data: { code: divisionCode, name: `${divisionCode}区` } })
      await tx.bureau.create({
        data: { divisionCode, name: `${divisionCode}区司法局`, shortName: `${divisionCode}局`, isDemo: true },
      })
      await tx.street.create({
        data: {
          code: streetCode,
          name: '第一街道',
          initials: 'dyjd',
          districtCode: divisionCode,
          lat: 29.87,
          lng: 121.55,
        },
      })
    })
    return { divisionCode, streetCode }
  },

  async street(bureau: { divisionCode: string }, values: Partial<Prisma.StreetUncheckedCreateInput> = {}) {
    const code = `${bureau.divisionCode}${String(100 + (next() % 900))}`
    return write(clerk, 'given', (tx) =>
      tx.street.create({
        data: { code, name: `街道${code}`, initials: 'jd', districtCode: bureau.divisionCode, ...values },
      }),
    )
  },

  async community(place: { streetCode: string }, values: Partial<Prisma.CommunityUncheckedCreateInput> = {}) {
    const code = `${place.streetCode}${String(next() % 1000).padStart(3, '0')}`
    return write(clerk, 'given', (tx) =>
      tx.community.create({
        data: {
          code,
          name: `社区${code}`,
          pinyin: 'shequ',
          initials: 'sq',
          kind: 'URBAN',
          streetCode: place.streetCode,
          lat: 29.87,
          lng: 121.55,
          ...values,
        },
      }),
    )
  },

  async firm(
    bureau: { divisionCode: string; streetCode?: string },
    values: Partial<Prisma.FirmUncheckedCreateInput> = {},
  ) {
    const n = next()
    const creditCode = makeCreditCode(`31${bureau.divisionCode}${randomDigits(9)}`)
    return write(clerk, 'given', (tx) =>
      tx.firm.create({
        data: {
          kind: 'LAW_FIRM',
          name: `律师事务所${n}`,
          pinyin: 'lvshishiwusuo',
          initials: 'lssws',
          orgForm: 'SOLE',
          creditCode,
          licenceNo: creditCode,
          divisionCode: bureau.divisionCode,
          streetCode: bureau.streetCode ?? null,
          lat: 29.87,
          lng: 121.55,
          ...values,
        },
      }),
    )
  },

  /** An active practitioner, a member of the firm for ten years, assessed competent. */
  async practitioner(
    firm: { id: string; divisionCode: string },
    values: Partial<Prisma.PractitionerUncheckedCreateInput> = {},
  ) {
    const n = next()
    return write(clerk, 'given', async (tx) => {
      const { id } = await tx.practitioner.create({
        data: {
          kind: 'FULL_TIME',
          name: `律师${inChinese(n)}`,
          pinyin: 'lvshi',
          initials: 'ls',
          licenceNo: makeLawyerLicence('3302', 1980 + randomInt(40), 'FULL_TIME', 'MALE', next()),
          status: 'ACTIVE',
          capacity: 3,
          divisionCode: firm.divisionCode,
          ...values,
          memberships: { create: { firmId: firm.id, validFrom: day(fromToday(-3650)) } },
          assessments: { create: { year: now().getFullYear() - 1, result: 'COMPETENT' } },
        },
      })
      return tx.practitioner.findUniqueOrThrow({ where: { id } })
    })
  },

  /** A pairing in force: it began 200 days ago and runs for another 500. */
  async pairing(
    community: { code: string },
    practitioner: { id: string; firmId: string | null },
    values: Partial<Prisma.PairingUncheckedCreateInput> = {},
  ) {
    if (!practitioner.firmId) throw new Error('A pairing needs a practitioner in a firm.')
    const firmIdAtStart = practitioner.firmId
    return write(clerk, 'given', (tx) =>
      tx.pairing.create({
        data: {
          communityCode: community.code,
          practitionerId: practitioner.id,
          firmIdAtStart,
          status: 'ACTIVE',
          termFrom: day(fromToday(-200)),
          termTo: day(fromToday(500)),
          endsOn: day(fromToday(500)),
          ...values,
        },
      }),
    )
  },

  /** Someone with an account and one grant, already signed in. */
  async someone(
    role: Role,
    scope: { divisionCode: string; firmId?: string; practitionerId?: string },
  ): Promise<Viewer> {
    const userName = `user-${randomUUID()}`
    const account = await write(clerk, 'given', (tx) =>
      tx.account.create({
        data: {
          userName,
          passwordHash: 'none',
          displayName: `${role}的人`,
          mustChangePassword: false,
          divisionCode: scope.divisionCode,
          practitionerId: scope.practitionerId ?? null,
          grants: { create: { role, divisionCode: scope.divisionCode, firmId: scope.firmId ?? null } },
          sessions: { create: { tokenHash: randomUUID(), expiresAt: new Date(Date.now() + 3_600_000) } },
        },
        include: { grants: true, sessions: true },
      }),
    )
    const [grant] = account.grants
    const [session] = account.sessions
    if (!grant || !session) throw new Error('The account came without its grant or session.')
    return {
      accountId: account.id,
      userName,
      displayName: account.displayName,
      mustChangePassword: false,
      sessionId: session.id,
      grantId: grant.id,
      role,
      divisionCode: scope.divisionCode,
      firmId: grant.firmId,
      practitionerId: account.practitionerId,
      requestId: 'test',
      ip: '127.0.0.1',
    }
  },

  /** A bureau with a community, a firm, its practitioner and one of each kind of viewer: what most tests begin with. */
  async world() {
    const bureau = await given.bureau()
    const community = await given.community(bureau)
    const firm = await given.firm(bureau)
    const practitioner = await given.practitioner(firm)
    const { divisionCode } = bureau
    return {
      ...bureau,
      bureau,
      community,
      firm,
      practitioner,
      sysAdmin: await given.someone('SYS_ADMIN', { divisionCode }),
      admin: await given.someone('BUREAU_ADMIN', { divisionCode }),
      leader: await given.someone('LEADER', { divisionCode }),
      firmAdmin: await given.someone('FIRM_ADMIN', { divisionCode, firmId: firm.id }),
      lawyer: await given.someone('LAWYER', { divisionCode, practitionerId: practitioner.id }),
    }
  },
}

export type World = Awaited<ReturnType<typeof given.world>>

/** The opaque id of a thing, as the API gives it. */
export function globalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64')
}

export { db }

/** A number as a person's name may hold it. */
function inChinese(n: number): string {
  return String(n).replaceAll(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)))
}

function randomDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}
