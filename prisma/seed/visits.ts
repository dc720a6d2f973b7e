import type { Prisma, VisitStatus } from '@sitai/db/client'
import {
  addDays,
  instantOf,
  lastDayOf,
  monthOf,
  monthsBetween,
  shiftMonth,
  weekday,
  type LocalDate,
  type Month,
} from '@sitai/rules/calendar'
import type { Chance } from './chance.ts'
import type { DemoPairing } from './pairings.ts'

export interface DemoVisit {
  readonly id: string
  readonly pairing: DemoPairing
  readonly on: LocalDate
  readonly isOld: boolean
}

/**
 * A visit for each month of each pairing: most kept, some missed, some made up, the running month partly still
 * planned. Times are whole minutes really spent; a visit without check-out has none.
 */
export function makeVisits(chance: Chance, pairings: readonly DemoPairing[], today: LocalDate) {
  const rows: Prisma.VisitCreateManyInput[] = []
  const kept: DemoVisit[] = []
  const busy = new Set<string>()
  const running = monthOf(today)

  const add = (
    pairing: DemoPairing,
    on: LocalDate,
    status: VisitStatus,
    extra: Partial<Prisma.VisitCreateManyInput> = {},
  ) => {
    const id = chance.uuid()
    const time = chance.pick(['09:00', '09:30', '14:00', '14:30'] as const)
    const startsAt = instantOf(on, time)
    const isOver = status === 'COMPLETED' || status === 'CONFIRMED'
    const minutes = chance.whole(65, 190)
    const checkedInAt = new Date(startsAt.getTime() + chance.whole(-15, 18) * 60_000)
    const isManual = chance.happens(0.12)
    rows.push({
      id,
      pairingId: pairing.id,
      communityCode: pairing.communityCode,
      practitionerId: pairing.person.id,
      firmId: pairing.person.firm.id,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
      plannedOn: new Date(`${on}T00:00:00Z`),
      status,
      createdAt: new Date(startsAt.getTime() - 9 * 86_400_000),
      updatedAt: startsAt,
      ...(isOver || status === 'CHECKED_IN'
        ? {
            checkedInAt,
            checkInMethod: isManual ? ('MANUAL' as const) : ('LOCATION' as const),
            checkInDistanceM: isManual ? null : chance.whole(8, 320),
          }
        : {}),
      ...(isOver ? { checkedOutAt: new Date(checkedInAt.getTime() + minutes * 60_000), minutes } : {}),
      ...extra,
    })
    if (isOver) kept.push({ id, pairing, on, isOld: on < addDays(today, -20) })
    return id
  }

  for (const pairing of pairings) {
    if (pairing.status === 'PROPOSED' || pairing.status === 'CONFIRMED') continue
    const lastPlanned = shiftMonth(running, 1)
    const last = monthOf(addDays(pairing.endsOn, -1))
    for (const month of monthsBetween(monthOf(pairing.termFrom), last < lastPlanned ? last : lastPlanned)) {
      const on = freeDay(month, pairing, busy, chance)
      if (!on || on < pairing.termFrom || on >= pairing.endsOn) continue
      if (pairing.pause && on >= pairing.pause.from && (!pairing.pause.to || on < pairing.pause.to)) continue
      if (on >= today) {
        if (month === running || chance.happens(0.55)) add(pairing, on, 'PLANNED')
        continue
      }
      if (chance.happens(pairing.person.diligence)) {
        const isOld = on < addDays(today, -20)
        // What was left open is closed within weeks: nobody's list begins two years ago.
        const isOpen = chance.happens(0.03) && !isOld
        const status = isOpen ? 'CHECKED_IN' : isOld && chance.happens(0.9) ? 'CONFIRMED' : 'COMPLETED'
        add(pairing, on, status)
      } else if (month < running) {
        makeUpOrMiss(pairing, month, on)
      } else if (chance.happens(0.6)) {
        add(pairing, on, 'PLANNED')
      }
    }
  }
  return { rows, kept }

  function makeUpOrMiss(pairing: DemoPairing, month: Month, on: LocalDate) {
    const later = freeDay(shiftMonth(month, 1), pairing, busy, chance)
    if (later && later < today && later < pairing.endsOn && chance.happens(0.3)) {
      const missed = add(pairing, on, 'MADE_UP')
      add(pairing, later, 'COMPLETED', { makeUpForId: missed })
    } else {
      add(pairing, on, 'MISSED')
    }
  }
}

/** A working day of the month on which the person has nothing else, or null. */
function freeDay(month: Month, pairing: DemoPairing, busy: Set<string>, chance: Chance): LocalDate | null {
  for (let attempt = 0; attempt < 12; attempt++) {
    const on = `${month}-${String(chance.whole(3, Math.min(26, Number(lastDayOf(month).slice(8))))).padStart(2, '0')}`
    const slot = `${pairing.person.id} ${on}`
    if (weekday(on) > 5 || busy.has(slot)) continue
    busy.add(slot)
    return on
  }
  return null
}
