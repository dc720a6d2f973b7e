import { randomUUID } from 'node:crypto'
import { instantOf } from '@sitai/rules/calendar'
import type { Pairing, Prisma } from '@sitai/db/client'
import { write } from '../acts/write.ts'
import { day, fromToday, given, globalId, type World } from './given.ts'

const clerk = { system: '测试', requestId: 'test' }

/** A key as a phone makes it. */
export const aKey = () => randomUUID()

type Held = Pick<Pairing, 'id' | 'communityCode' | 'practitionerId' | 'firmIdAtStart'>

/** A visit of the pairing on a day (default today, 14:00 to 16:00), in any state. */
export function givenVisit(
  pairing: Held,
  {
    on = fromToday(0),
    from = '14:00',
    to = '16:00',
    ...values
  }: Partial<Prisma.VisitUncheckedCreateInput> & { on?: string; from?: string; to?: string } = {},
) {
  return write(clerk, 'given', (tx) =>
    tx.visit.create({
      data: {
        pairingId: pairing.id,
        communityCode: pairing.communityCode,
        practitionerId: pairing.practitionerId,
        firmId: pairing.firmIdAtStart,
        startsAt: instantOf(on, from),
        endsAt: instantOf(on, to),
        plannedOn: day(on),
        ...values,
      },
    }),
  )
}

/** A submitted consultation of three people, today. */
export function givenServiceLog(pairing: Held, values: Partial<Prisma.ServiceLogUncheckedCreateInput> = {}) {
  return write(clerk, 'given', (tx) =>
    tx.serviceLog.create({
      data: {
        pairingId: pairing.id,
        communityCode: pairing.communityCode,
        practitionerId: pairing.practitionerId,
        firmId: pairing.firmIdAtStart,
        typeCode: 'CONSULTATION',
        topicCode: 'LABOUR',
        occurredOn: day(fromToday(0)),
        persons: 3,
        status: 'SUBMITTED',
        submittedAt: new Date(),
        content: '解答居民关于劳动合同解除补偿的问题，建议先行协商。',
        ...values,
      },
    }),
  )
}

/** A world with a pairing in force between its community and its practitioner. */
export async function pairedWorld() {
  const world = await given.world()
  return { ...world, pairing: await given.pairing(world.community, world.practitioner) }
}

/** The input of a log as the phone sends it, in order. */
export function logFields(pairing: { id: string }, values: Record<string, unknown> = {}) {
  return {
    pairingId: globalId('Pairing', pairing.id),
    typeCode: 'CONSULTATION',
    topicCode: 'LABOUR',
    occurredOn: fromToday(0),
    persons: 2,
    content: '接待两位居民，解答劳动合同解除的补偿标准。',
    ...values,
  }
}

const pairings = new WeakMap<World, Promise<Pairing>>()
const visits = new WeakMap<World, ReturnType<typeof givenVisit>>()

/** The pairing of a world's community and practitioner, made when first asked for: for the rows of the permission matrix. */
export function pairingIn(world: World): Promise<Pairing> {
  const pairing = pairings.get(world) ?? given.pairing(world.community, world.practitioner)
  pairings.set(world, pairing)
  return pairing
}

/** A planned visit of a world, made when first asked for. */
export function visitIn(world: World): ReturnType<typeof givenVisit> {
  const visit = visits.get(world) ?? pairingIn(world).then((pairing) => givenVisit(pairing, { on: fromToday(20) }))
  visits.set(world, visit)
  return visit
}
