import { instantOf, timeIn, todayIn } from '@sitai/rules/calendar'
import { db } from '../data/db.ts'
import { Refusal } from '../acts/refusal.ts'
import type { VisitTimes } from '../visits/visit.ts'

/**
 * Runs an act that takes up somebody's time; the act tells `claim` whose. The database alone decides whether two
 * duties overlap (BR-14); when it refuses, this says which duty is in the way.
 */
export async function namingOverlap<T>(
  times: VisitTimes,
  act: (claim: (practitionerId: string) => void) => Promise<T>,
): Promise<T> {
  let person: string | undefined
  try {
    return await act((practitionerId) => void (person = practitionerId))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'DUTY_OVERLAP' || person === undefined) throw error
    throw (await namedOverlap(person, times)) ?? error
  }
}

/** The duty in the way, as a Refusal; null when it has gone meanwhile. */
async function namedOverlap(practitionerId: string, times: VisitTimes): Promise<Refusal | null> {
  const other = await db.dutySlot.findFirst({
    where: {
      practitionerId,
      startsAt: { lt: instantOf(times.plannedOn, times.endTime) },
      endsAt: { gt: instantOf(times.plannedOn, times.startTime) },
    },
    include: { visit: { select: { community: { select: { name: true } } } } },
    orderBy: { startsAt: 'asc' },
  })
  if (!other) return null
  const when = `${todayIn(other.startsAt)} ${timeIn(other.startsAt)}–${timeIn(other.endsAt)}`
  const what = other.visit ? `在${other.visit.community.name}的驻点` : '的其他安排'
  return new Refusal('DUTY_OVERLAP', `与本人 ${when} ${what}时间重叠，请换个时间。`, ['startTime'])
}
