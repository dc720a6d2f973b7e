import { isWithin, type LocalDate, monthRange } from '@sitai/rules/calendar'
import { type CommittedPairing, monthStatus } from '@sitai/rules/commitment'
import { KEPT_VISIT_STATES } from '@sitai/rules/machines'
import { COUNTED_LOG_STATES, type Figure, judgedMonths, PARTY_STATUSES, type Span } from '@sitai/rules/overview'
import { SERVED_PAIRING_STATES } from '@sitai/rules/pairing'
import { within } from '../../access/place.ts'
import { dayOf } from '../../time/dates.ts'
import { db } from '../../data/db.ts'
import { settingsOf } from '../../settings/settings.ts'

/** Everything that was recorded in a place, for the tests to count anew in plain JavaScript by the pure rules. */
export async function recordOf(place: string) {
  const code = within(place)
  const [settings, communities, pairings, visits, logs] = await Promise.all([
    settingsOf(place.slice(0, 6)),
    db.community.findMany({ where: { code, status: 'ACTIVE' } }),
    db.pairing.findMany({
      where: { communityCode: code },
      include: { pauses: true, practitioner: { include: { memberships: true } } },
    }),
    db.visit.findMany({ where: { communityCode: code } }),
    db.serviceLog.findMany({ where: { communityCode: code } }),
  ])
  return { settings, communities, pairings, visits, logs }
}

type Recorded = Awaited<ReturnType<typeof recordOf>>
type Held = Recorded['pairings'][number]

function firmOn(pairing: Held, day: LocalDate): string {
  const member = pairing.practitioner.memberships.find(
    ({ validFrom, validTo }) => dayOf(validFrom) <= day && (validTo === null || day < dayOf(validTo)),
  )
  return member?.firmId ?? pairing.firmIdAtStart
}

const termOf = ({ termFrom, endsOn }: Held) => ({ from: dayOf(termFrom), to: dayOf(endsOn) })

/** The firms of the leads that are in force on a day, in active communities. */
export function leadFirms(record: Recorded, day: LocalDate): Set<string> {
  const active = new Set(record.communities.map(({ code }) => code))
  return new Set(
    record.pairings
      .filter((it) => it.seat === 'LEAD' && SERVED_PAIRING_STATES.includes(it.status) && active.has(it.communityCode))
      .filter((it) => isWithin(day, termOf(it)))
      .map((it) => firmOn(it, day)),
  )
}

/** The figures of a span, counted one fact at a time. */
export function recount(record: Recorded, span: Span, firmId: string | null): Record<Figure, number> {
  const ours = (firm: string) => firmId === null || firm === firmId
  const served = record.pairings.filter(({ status }) => SERVED_PAIRING_STATES.includes(status))
  const isIn = (date: Date) => span.from <= dayOf(date) && dayOf(date) <= span.until
  const kept = record.visits.filter(({ status }) => KEPT_VISIT_STATES.includes(status))

  const months = judgedMonths(span).flatMap(({ month, judgedOn }) =>
    served.flatMap((pairing) => {
      if (!ours(firmOn(pairing, judgedOn))) return []
      const committed: CommittedPairing = {
        term: termOf(pairing),
        pauses: pairing.pauses.map(({ validFrom, validTo }) => ({
          from: dayOf(validFrom),
          to: validTo && dayOf(validTo),
        })),
        visitsPerMonth: pairing.visitsPerMonth,
      }
      const seen = kept.filter(
        (visit) =>
          visit.pairingId === pairing.id &&
          isWithin(dayOf(visit.plannedOn), monthRange(month)) &&
          dayOf(visit.plannedOn) <= span.until,
      ).length
      const status = monthStatus(committed, month, seen, span.today, record.settings)
      return status === 'NOT_DUE' ? [] : [{ communityCode: pairing.communityCode, status }]
    }),
  )

  const places = record.communities.map(({ code }) => {
    const lead = served.find(
      (it) => it.communityCode === code && it.seat === 'LEAD' && isWithin(span.until, termOf(it)),
    )
    const has = (status: string) => months.some((it) => it.communityCode === code && it.status === status)
    const uncovered = !lead && firmId === null
    const red = uncovered || has('RED')
    const covered = lead !== undefined && ours(firmOn(lead, span.until))
    return {
      covered,
      uncovered,
      red,
      yellow: !red && has('YELLOW'),
      party: covered && PARTY_STATUSES.includes(lead.practitioner.politicalStatus),
    }
  })
  const visits = kept.filter((visit) => isIn(visit.plannedOn) && ours(visit.firmId))
  const logs = record.logs.filter(
    (log) => COUNTED_LOG_STATES.includes(log.status) && isIn(log.occurredOn) && ours(log.firmId),
  )
  const sum = (type: string, count: 'persons' | 'items' | 'sessions') =>
    logs.filter(({ typeCode }) => typeCode === type).reduce((total, log) => total + log[count], 0)
  const monthsOf = (status: string) => months.filter((it) => it.status === status).length
  return {
    COMMUNITIES: places.length,
    COVERED: places.filter(({ covered }) => covered).length,
    UNCOVERED: places.filter(({ uncovered }) => uncovered).length,
    PARTY_LEADS: places.filter(({ party }) => party).length,
    MONTHS_DUE: months.length,
    MONTHS_MET: monthsOf('MET'),
    MONTHS_OPEN: monthsOf('DUE'),
    MONTHS_YELLOW: monthsOf('YELLOW'),
    MONTHS_RED: monthsOf('RED'),
    VISITS: visits.length,
    MINUTES: visits.reduce((total, { minutes }) => total + (minutes ?? 0), 0),
    CONSULTATIONS: sum('CONSULTATION', 'persons'),
    LECTURES: sum('LECTURE', 'sessions'),
    LECTURE_AUDIENCE: sum('LECTURE', 'persons'),
    MEDIATIONS: sum('MEDIATION', 'items'),
    RATINGS: logs.filter(({ rating }) => rating !== null).length,
    RED_COMMUNITIES: places.filter(({ red }) => red).length,
    YELLOW_COMMUNITIES: places.filter(({ yellow }) => yellow).length,
  }
}
