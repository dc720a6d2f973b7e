import { addDays, type LocalDate } from '@sitai/rules/calendar'
import { today } from '../../time/clock.ts'
import { db } from '../../data/db.ts'
import { within } from '../../access/place.ts'
import { dayOf } from '../../time/dates.ts'
import { Refusal } from '../../acts/refusal.ts'
import { day, given } from '../../test/given.ts'
import { write, type Tx } from '../../acts/write.ts'
import { type Chance, fill, logStates, moveFirm, pairingStates, type randomWorld, visitStates } from './randomWorld.ts'

type World = Awaited<ReturnType<typeof randomWorld>>

const act = (fn: (tx: Tx) => Promise<unknown>) => write({ system: '测试', requestId: 'test' }, 'given', fn)

/**
 * Something happens in a random world: a visit or a log is added, corrected, voided, moved or taken away, an adviser
 * begins, ends, rests or moves to another firm, a community is merged or comes to another street, a setting changes.
 * What the database refuses does not happen.
 */
export async function randomChange(world: World, chance: Chance): Promise<void> {
  const pick = <T>(items: readonly T[]): T => {
    const item = items[chance(items.length)]
    if (item === undefined) throw new Error('Nothing to pick from.')
    return item
  }
  const near = (date: Date): Date => day(addDays(dayOf(date), chance(60) - 30))
  const within760: LocalDate = addDays(today(), -chance(760))
  const code = within(world.divisionCode)
  const of = { where: { communityCode: code }, orderBy: { id: 'asc' } } as const
  const [communities, pairings, visits, logs, people] = await Promise.all([
    db.community.findMany({ where: { code }, orderBy: { code: 'asc' } }),
    db.pairing.findMany({ ...of, include: { pauses: true } }),
    db.visit.findMany(of),
    db.serviceLog.findMany(of),
    db.practitioner.findMany({ where: { divisionCode: world.divisionCode }, orderBy: { id: 'asc' } }),
  ])
  const community = pick(communities)
  const changes: (() => Promise<unknown>)[] = [
    () => given.pairing(community, pick(people), { termFrom: day(within760), endsOn: day(addDays(within760, 300)) }),
    () => moveFirm(pick(people).id, pick(world.firms).id, within760),
    () => setPolitics(pick(people).id, pick(['MASSES', 'PARTY_MEMBER'])),
    () =>
      act((tx) =>
        tx.setting.updateMany({
          where: { divisionCode: world.divisionCode, key: pick(['yellowFromDay', 'termStartDay']) },
          data: { value: 1 + chance(28) },
        }),
      ),
    () =>
      act((tx) =>
        tx.community.update({ where: { code: community.code }, data: { status: pick(['MERGED', 'ACTIVE']) } }),
      ),
    () => given.community({ streetCode: pick(world.streets) }),
    () => act((tx) => tx.community.deleteMany({ where: { code: community.code, pairings: { none: {} } } })),
    () => {
      const streetCode = pick(world.streets)
      const data = { code: `${streetCode}${String(100 + chance(900))}`, streetCode }
      return act((tx) => tx.community.update({ where: { code: community.code }, data }))
    },
  ]
  if (pairings.length > 0) {
    const pairing = pick(pairings)
    const where = { id: pairing.id }
    const pause = pairing.pauses[0]
    changes.push(
      () => fill([pairing], chance, pick),
      () => act((tx) => tx.pairing.update({ where, data: { status: pick(pairingStates), endGround: 'OTHER' } })),
      () => act((tx) => tx.pairing.update({ where, data: { endsOn: near(pairing.endsOn) } })),
      () => act((tx) => tx.pairing.update({ where, data: { visitsPerMonth: 1 + chance(3) } })),
      pause
        ? () =>
            act((tx) => tx.pairingPause.update({ where: { id: pause.id }, data: { validTo: near(pause.validFrom) } }))
        : () =>
            act((tx) =>
              tx.pairingPause.create({
                data: { pairingId: pairing.id, validFrom: day(within760), validTo: null, reason: '测试' },
              }),
            ),
      () => act((tx) => tx.pairingPause.deleteMany({ where: { pairingId: pairing.id } })),
    )
  }
  if (visits.length > 0) {
    const visit = pick(visits)
    const where = { id: visit.id }
    const [startsAt, endsAt] = [visit.startsAt, visit.endsAt].map((at) => new Date(at.getTime() + 86_400_000))
    changes.push(
      () => act((tx) => tx.visit.update({ where, data: { status: pick(visitStates) } })),
      () => act((tx) => tx.visit.update({ where, data: { minutes: visit.minutes === null ? null : 30 + chance(90) } })),
      () =>
        act((tx) =>
          tx.visit.update({ where, data: { startsAt: startsAt ?? visit.startsAt, endsAt: endsAt ?? visit.endsAt } }),
        ),
      () => act((tx) => tx.visit.delete({ where })),
    )
  }
  if (logs.length > 0) {
    const log = pick(logs)
    const where = { id: log.id }
    changes.push(
      () => act((tx) => tx.serviceLog.update({ where, data: { status: pick(logStates) } })),
      () =>
        act((tx) =>
          tx.serviceLog.update({ where, data: { persons: 1 + chance(9), sessions: chance(3), rating: 1 + chance(5) } }),
        ),
      () => act((tx) => tx.serviceLog.update({ where, data: { occurredOn: near(log.occurredOn) } })),
      () => act((tx) => tx.serviceLog.delete({ where })),
    )
  }
  try {
    await pick(changes)()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

const setPolitics = (id: string, politicalStatus: 'MASSES' | 'PARTY_MEMBER') =>
  act((tx) => tx.practitioner.update({ where: { id }, data: { politicalStatus } }))
