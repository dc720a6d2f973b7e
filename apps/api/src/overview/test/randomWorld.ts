import { addDays, instantOf, type LocalDate } from '@sitai/rules/calendar'
import type { Pairing, PairingStatus, ServiceLogStatus, VisitStatus } from '@sitai/db/client'
import { today } from '../../time/clock.ts'
import { Refusal } from '../../acts/refusal.ts'
import { day, given } from '../../test/given.ts'
import { write } from '../../acts/write.ts'

/** Answers a whole number from 0 up to (not including) `bound`; the same seed gives the same numbers. */
export type Chance = (bound: number) => number

/** A small deterministic source of chance (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound)
  }
}

/** States of a pairing, those that are served more often. */
export const pairingStates: readonly PairingStatus[] = [
  'ACTIVE',
  'ACTIVE',
  'ACTIVE',
  'PAUSED',
  'ENDED',
  'TERMINATED',
  'RENEWED',
  'CONFIRMED',
  'PROPOSED',
  'REJECTED',
]
/** States of a visit, those that are kept more often. */
export const visitStates: readonly VisitStatus[] = [
  'COMPLETED',
  'COMPLETED',
  'CONFIRMED',
  'CONFIRMED',
  'PLANNED',
  'CHECKED_IN',
  'MISSED',
  'MADE_UP',
  'RESCHEDULED',
  'CANCELLED',
  'DISPUTED',
  'VOID',
]
/** States of a service log. */
export const logStates: readonly ServiceLogStatus[] = ['SUBMITTED', 'CONFIRMED', 'LOCKED', 'DRAFT', 'RETURNED', 'VOID']
const types = ['CONSULTATION', 'LECTURE', 'MEDIATION', 'OTHER'] as const

/**
 * A district in which anything may have happened in the last two years: pairings of every state and seat with pauses,
 * advisers who moved to another firm, visits and logs of every state, under the bureau's own settings.
 */
export async function randomWorld(chance: Chance) {
  const world = await given.world()
  const pick = <T>(items: readonly T[]): T => {
    const item = items[chance(items.length)]
    if (item === undefined) throw new Error('Nothing to pick from.')
    return item
  }
  const before = (days: number): LocalDate => addDays(today(), -days)
  const streets = [world.streetCode, (await given.street(world.bureau)).code]
  const communities = [world.community]
  for (let n = 2 + chance(4); n > 0; n--) {
    communities.push(await given.community({ streetCode: pick(streets) }, chance(8) === 0 ? { status: 'MERGED' } : {}))
  }
  const firms = [world.firm, await given.firm(world.bureau), await given.firm(world.bureau)]
  const people = []
  for (let n = 3 + chance(3); n > 0; n--) {
    const person = await given.practitioner(pick(firms), {
      capacity: 5,
      politicalStatus: pick(['MASSES', 'PARTY_MEMBER', 'PROBATIONARY_MEMBER']),
    })
    people.push(person)
    if (chance(2) === 0) await moveFirm(person.id, pick(firms).id, before(chance(500)))
  }

  const pairings: Pairing[] = []
  for (let n = 6 + chance(10); n > 0; n--) {
    const from = before(chance(760) - 20)
    const to = addDays(from, 20 + chance(700))
    const status = pick(pairingStates)
    const endsOn = status === 'TERMINATED' || status === 'RENEWED' ? addDays(from, 10 + chance(10)) : to
    try {
      pairings.push(
        await given.pairing(pick(communities), pick(people), {
          status,
          seat: chance(4) === 0 ? 'ASSISTANT' : 'LEAD',
          termFrom: day(from),
          termTo: day(to),
          endsOn: day(endsOn),
          endGround: status === 'TERMINATED' ? 'OTHER' : null,
          visitsPerMonth: 1 + chance(2),
        }),
      )
    } catch (error) {
      // Two leads at once and the like: the database keeps such worlds from being.
      if (!(error instanceof Refusal)) throw error
    }
  }
  await write({ system: '测试', requestId: 'test' }, 'given', async (tx) => {
    const { divisionCode } = world
    await tx.setting.create({ data: { divisionCode, key: 'yellowFromDay', value: 1 + chance(28) } })
    await tx.setting.create({ data: { divisionCode, key: 'termStartDay', value: 1 + chance(28) } })
  })
  await fill(
    pairings.filter(({ status }) => status !== 'PROPOSED' && status !== 'REJECTED'),
    chance,
    pick,
  )
  return { ...world, streets, firms }
}

/** From this day on the person is in another firm, and was in the one before all the time before. */
export async function moveFirm(practitionerId: string, firmId: string, on: LocalDate): Promise<void> {
  await write({ system: '测试', requestId: 'test' }, 'given', async (tx) => {
    await tx.firmMembership.updateMany({ where: { practitionerId }, data: { validTo: day(on) } })
    await tx.firmMembership.create({ data: { practitionerId, firmId, validFrom: day(on) } })
  })
}

/** Pauses, visits and logs of every state on random days of the pairings' terms. */
export async function fill(
  pairings: readonly Pairing[],
  chance: Chance,
  pick: <T>(items: readonly T[]) => T,
): Promise<void> {
  const dayOfTerm = ({ termFrom, endsOn }: Pairing): LocalDate => {
    const last = Math.min(endsOn.getTime() - 86_400_000, day(today()).getTime())
    const days = Math.max(0, Math.floor((last - termFrom.getTime()) / 86_400_000))
    return addDays(termFrom.toISOString().slice(0, 10), chance(days + 1))
  }
  await write({ system: '测试', requestId: 'test' }, 'given', async (tx) => {
    let slot = 0
    for (const pairing of pairings) {
      const credit = {
        pairingId: pairing.id,
        communityCode: pairing.communityCode,
        practitionerId: pairing.practitionerId,
        firmId: pairing.firmIdAtStart,
      }
      if (chance(3) === 0) {
        const from = dayOfTerm(pairing)
        const validTo = chance(3) === 0 ? null : day(addDays(from, 1 + chance(60)))
        await tx.pairingPause.create({ data: { pairingId: pairing.id, validFrom: day(from), validTo, reason: '测试' } })
      }
      const begun = pairing.termFrom.getTime() <= day(today()).getTime()
      const visits = Array.from({ length: begun ? chance(24) : 0 }, () => {
        const startsAt = new Date(instantOf(dayOfTerm(pairing), '00:00').getTime() + (slot++ % 1400) * 60_000)
        const endsAt = new Date(startsAt.getTime() + 60_000)
        const timed = chance(3) > 0 ? { checkedInAt: startsAt, checkedOutAt: endsAt, minutes: 30 + chance(90) } : {}
        return { ...credit, startsAt, endsAt, plannedOn: startsAt, status: pick(visitStates), ...timed }
      })
      const logs = Array.from({ length: begun ? chance(16) : 0 }, () => ({
        ...credit,
        occurredOn: day(dayOfTerm(pairing)),
        typeCode: pick(types),
        topicCode: 'OTHER',
        content: '测试',
        persons: chance(4),
        items: chance(3),
        sessions: chance(2),
        copies: 1,
        status: pick(logStates),
        rating: chance(2) === 0 ? 1 + chance(5) : null,
        returnReason: '测试',
        voidReason: '测试',
      }))
      await tx.visit.createMany({ data: visits })
      await tx.serviceLog.createMany({ data: logs })
    }
  })
}
