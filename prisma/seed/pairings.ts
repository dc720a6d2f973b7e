import type { PairingStatus, Prisma } from '@sitai/db/client'
import { addDays, addMonths, monthOf, type LocalDate } from '@sitai/rules/calendar'
import { distanceKm } from '@sitai/rules/geo'
import type { Chance } from './chance.ts'
import type { DemoPerson } from './people.ts'
import type { DemoCommunity } from './places.ts'

export interface DemoPairing {
  readonly id: string
  readonly communityCode: string
  readonly person: DemoPerson
  readonly status: PairingStatus
  readonly termFrom: LocalDate
  readonly endsOn: LocalDate
  /** Half-open; no visits are made in it. */
  readonly pause: { readonly from: LocalDate; readonly to: LocalDate | null } | null
}

/**
 * Two years of leads: a term that ended half a year ago and the present one. Nine communities in ten have an adviser
 * now; a few terms are about to end, paused, terminated, agreed for next month or only proposed.
 */
export function makePairings(
  chance: Chance,
  communities: readonly DemoCommunity[],
  people: readonly DemoPerson[],
  today: LocalDate,
) {
  const rows: Prisma.PairingCreateManyInput[] = []
  const pauses: Prisma.PairingPauseCreateManyInput[] = []
  const known: DemoPairing[] = []
  const month = `${monthOf(today)}-01`
  const began = addMonths(month, -24)
  const renewed = addMonths(month, -6)
  const until = addMonths(renewed, 24)
  const eligible = people.filter(({ isEligible }) => isEligible)
  // Seats taken in the former term and in the present one; a slot stays free for what the clerk tries out.
  const former = new Map<string, number>()
  const present = new Map<string, number>()

  const add = (
    community: DemoCommunity,
    person: DemoPerson,
    values: {
      status: PairingStatus
      termFrom: LocalDate
      termTo: LocalDate
      endsOn?: LocalDate
    } & Partial<Prisma.PairingCreateManyInput>,
    pause: DemoPairing['pause'] = null,
  ): string => {
    const { status, termFrom, termTo, endsOn = termTo, ...rest } = values
    const id = chance.uuid()
    rows.push({
      id,
      communityCode: community.code,
      practitionerId: person.id,
      firmIdAtStart: person.firm.id,
      status,
      termFrom: day(termFrom),
      termTo: day(termTo),
      endsOn: day(endsOn),
      createdAt: day(addDays(termFrom, -12)),
      updatedAt: day(addDays(termFrom, -12)),
      ...rest,
    })
    known.push({ id, communityCode: community.code, person, status, termFrom, endsOn, pause })
    if (pause)
      pauses.push({
        id: chance.uuid(),
        pairingId: id,
        validFrom: day(pause.from),
        validTo: pause.to && day(pause.to),
        reason: '赴外地办理专案',
      })
    return id
  }

  for (const community of communities) {
    const near = byDistance(community, eligible)
    const first = chance.happens(0.93) ? take(near, former, chance) : null
    const stays = first !== null && chance.happens(0.8) && (present.get(first.id) ?? 0) < room(first)
    const fate = chance.next()
    if (first) {
      if (fate < 0.03) {
        // Terminated in the middle; the community waited for the next term.
        const ends = addMonths(began, chance.whole(8, 15))
        add(community, first, {
          status: 'TERMINATED',
          termFrom: began,
          termTo: renewed,
          endsOn: ends,
          endGround: 'OWN_REQUEST',
          endNote: '本人申请（虚构）',
        })
      } else {
        const id = add(community, first, { status: stays ? 'RENEWED' : 'ENDED', termFrom: began, termTo: renewed })
        if (stays) {
          present.set(first.id, (present.get(first.id) ?? 0) + 1)
          presentTerm(community, first, id)
          continue
        }
      }
    }
    if (chance.happens(0.68)) {
      const second = take(near, present, chance)
      if (second) presentTerm(community, second, null)
    } else if (chance.happens(0.25)) {
      const second = take(near, present, chance)
      const next = addMonths(month, 1)
      const status = chance.happens(0.5) ? 'CONFIRMED' : 'PROPOSED'
      if (second) add(community, second, { status, termFrom: next, termTo: addMonths(next, 24) })
    }
  }
  return { rows, pauses, known }

  function presentTerm(community: DemoCommunity, person: DemoPerson, predecessorId: string | null) {
    const fate = chance.next()
    const termTo = fate < 0.05 ? addDays(month, chance.whole(40, 75)) : until
    const pause = fate > 0.985 ? { from: addMonths(month, -1), to: null } : null
    add(community, person, { status: pause ? 'PAUSED' : 'ACTIVE', termFrom: renewed, termTo, predecessorId }, pause)
    // A handful of large places have an assistant too.
    if (chance.happens(0.04)) {
      const helper = take(
        byDistance(community, eligible).filter(({ id }) => id !== person.id),
        present,
        chance,
      )
      if (helper) add(community, helper, { status: 'ACTIVE', termFrom: renewed, termTo: until, seat: 'ASSISTANT' })
    }
  }
}

/** A near practitioner with room, or null; counts the seat. */
function take(near: readonly DemoPerson[], taken: Map<string, number>, chance: Chance): DemoPerson | null {
  const free = near.filter((person) => (taken.get(person.id) ?? 0) < room(person)).slice(0, 12)
  if (free.length === 0) return null
  const person = chance.pick(free)
  taken.set(person.id, (taken.get(person.id) ?? 0) + 1)
  return person
}

/** Seats the demo gives out: of three, one mostly stays free. */
function room(person: DemoPerson): number {
  return person.capacity === 3 ? 2 : person.capacity
}

function byDistance(community: DemoCommunity, people: readonly DemoPerson[]): DemoPerson[] {
  const far = new Map(people.map((person) => [person.firm.id, distanceKm(community, person.firm)]))
  return [...people].sort((a, b) => (far.get(a.firm.id) ?? 0) - (far.get(b.firm.id) ?? 0))
}

function day(text: LocalDate): Date {
  return new Date(`${text}T00:00:00Z`)
}
