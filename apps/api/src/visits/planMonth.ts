import { addDays, instantOf, isMonth, type LocalDate, monthRange, type Month, weekday } from '@sitai/rules/calendar'
import { visitInput } from '@sitai/rules/visit'
import type { Prisma } from '@sitai/db/client'
import { today } from '../time/clock.ts'
import { dayOf, midnightUtc } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { Refusal } from '../acts/refusal.ts'
import { checkedInput } from '../acts/inputs.ts'
import { idempotent } from '../acts/idempotent.ts'
import type { Viewer } from '../access/viewer.ts'
import type { Tx } from '../acts/write.ts'
import { plannablePairings } from './visit.access.ts'
import { planned, type VisitTimes } from './visit.ts'

/** Whose visits of which month, and when one would like them to be. */
export interface MonthWish {
  readonly month: Month
  readonly firmId?: string | undefined
  readonly practitionerId?: string | undefined
  /** The weekday to begin with, Monday 1 to Sunday 7; without it any working day. */
  readonly weekday?: number | undefined
  readonly startTime: string
  readonly endTime: string
}

/** One visit that would be planned, or why none can be. */
export interface PlannedLine {
  readonly pairingId: string
  readonly communityName: string
  readonly practitionerName: string
  readonly plannedOn: LocalDate | null
  /** Why there is no day; null when there is one. */
  readonly skipped: string | null
}

/** What planVisits would do now: the visits still missing in the month, each on the first free day. Changes nothing. */
export async function visitPlan(viewer: Viewer, wish: MonthWish): Promise<PlannedLine[]> {
  return (await draw(db, viewer, wish)).map(({ line }) => line)
}

/**
 * Plans a month's visits of all pairings in one go: as many as each still owes, on the first working day on which the
 * adviser has nothing else at that hour. Pairings without such a day are skipped. The same key again plans nothing.
 */
export async function planVisits(
  viewer: Viewer,
  wish: MonthWish,
  idempotencyKey: string,
): Promise<{ batch: string; replayed: boolean }> {
  const { id, replayed } = await idempotent(
    viewer,
    idempotencyKey,
    'planVisits',
    wish,
    async (tx) => {
      const drawn = await draw(tx, viewer, wish)
      const data = drawn.flatMap(({ visit }) => (visit ? [visit] : []))
      if (data.length === 0)
        throw new Refusal('NOTHING_TO_PLAN', '没有可以安排的驻点：这个月的都已安排好，或没有空闲的日子。')
      const made = await tx.visit.createManyAndReturn({ data, select: { id: true } })
      return made.map((visit) => visit.id).join(' ')
    },
    { timeout: 60_000 },
  )
  return { batch: id, replayed }
}

interface Drawn {
  readonly line: PlannedLine
  readonly visit: ReturnType<typeof planned> | null
}

async function draw(tx: Tx | typeof db, viewer: Viewer, wish: MonthWish): Promise<Drawn[]> {
  const days = daysOf(wish)
  const { startTime, endTime } = checkedInput(visitInput, {
    plannedOn: days[0],
    startTime: wish.startTime,
    endTime: wish.endTime,
  })
  const times = { startTime, endTime }
  const range = monthRange(wish.month)
  const inMonth = { gte: midnightUtc(range.from), lt: midnightUtc(range.to) }
  const pairings = await tx.pairing.findMany({
    where: wished(viewer, wish, range),
    include: {
      pauses: true,
      community: { select: { name: true } },
      practitioner: { select: { name: true } },
      visits: {
        where: {
          plannedOn: inMonth,
          OR: [
            { status: { in: ['CHECKED_IN', 'COMPLETED', 'CONFIRMED', 'DISPUTED'] } },
            // A planned day that went by is no plan any more.
            { status: 'PLANNED', plannedOn: { gte: midnightUtc(today()) } },
          ],
        },
        select: { plannedOn: true },
      },
    },
    orderBy: [{ practitionerId: 'asc' }, { communityCode: 'asc' }],
    take: 2000,
  })
  const busy = await busyTimes(
    tx,
    pairings.map((pairing) => pairing.practitionerId),
    range,
  )
  return pairings.flatMap((pairing) => {
    const missing = Math.max(0, pairing.visitsPerMonth - pairing.visits.length)
    const own = new Set(pairing.visits.map((visit) => dayOf(visit.plannedOn)))
    return Array.from({ length: missing }, () => {
      const day = days.find(
        (it) => inForce(pairing, it) && !own.has(it) && busy.take(pairing.practitionerId, { plannedOn: it, ...times }),
      )
      if (day) own.add(day)
      return {
        line: {
          pairingId: pairing.id,
          communityName: pairing.community.name,
          practitionerName: pairing.practitioner.name,
          plannedOn: day ?? null,
          skipped: day ? null : '当月在聘期内没有空闲的工作日',
        },
        visit: day ? planned(pairing, { plannedOn: day, ...times }) : null,
      }
    })
  })
}

/** The days to try, the wished weekday first; not before today. */
function daysOf(wish: MonthWish): LocalDate[] {
  if (!isMonth(wish.month)) throw new Refusal('INVALID', '月份应为 YYYY-MM。', ['month'])
  const { from, to } = monthRange(wish.month)
  const first = today() > from ? today() : from
  if (first >= to) throw new Refusal('IN_THE_PAST', '这个月已经过去，不能再安排。', ['month'])
  const days: LocalDate[] = []
  for (let day = first; day < to; day = addDays(day, 1))
    if (weekday(day) <= 5 || weekday(day) === wish.weekday) days.push(day)
  const liked = days.filter((day) => weekday(day) === wish.weekday)
  return [...liked, ...days.filter((day) => !liked.includes(day))]
}

function wished(viewer: Viewer, wish: MonthWish, range: { from: LocalDate; to: LocalDate }): Prisma.PairingWhereInput {
  return {
    AND: [
      plannablePairings(viewer),
      {
        status: { in: ['CONFIRMED', 'ACTIVE', 'PAUSED'] },
        termFrom: { lt: midnightUtc(range.to) },
        endsOn: { gt: midnightUtc(range.from) },
      },
      wish.firmId ? { practitioner: { firmId: wish.firmId } } : {},
      wish.practitionerId ? { practitionerId: wish.practitionerId } : {},
    ],
  }
}

interface Held {
  readonly termFrom: Date
  readonly endsOn: Date
  readonly pauses: readonly { validFrom: Date; validTo: Date | null }[]
}

function inForce({ termFrom, endsOn, pauses }: Held, day: LocalDate): boolean {
  const at = midnightUtc(day)
  return (
    termFrom <= at &&
    at < endsOn &&
    !pauses.some(({ validFrom, validTo }) => validFrom <= at && (validTo === null || at < validTo))
  )
}

/** What each adviser already has in the month; `take` answers whether the time was free and takes it. */
async function busyTimes(tx: Tx | typeof db, people: string[], range: { from: LocalDate; to: LocalDate }) {
  const slots = await tx.dutySlot.findMany({
    where: {
      practitionerId: { in: [...new Set(people)] },
      startsAt: { lt: instantOf(range.to, '00:00') },
      endsAt: { gt: instantOf(range.from, '00:00') },
    },
    select: { practitionerId: true, startsAt: true, endsAt: true },
  })
  const byPerson = new Map<string, { startsAt: Date; endsAt: Date }[]>()
  for (const { practitionerId, ...slot } of slots)
    byPerson.set(practitionerId, [...(byPerson.get(practitionerId) ?? []), slot])
  return {
    take(practitionerId: string, times: VisitTimes): boolean {
      const startsAt = instantOf(times.plannedOn, times.startTime)
      const endsAt = instantOf(times.plannedOn, times.endTime)
      const taken = byPerson.get(practitionerId) ?? []
      if (taken.some((slot) => slot.startsAt < endsAt && startsAt < slot.endsAt)) return false
      byPerson.set(practitionerId, [...taken, { startsAt, endsAt }])
      return true
    },
  }
}
