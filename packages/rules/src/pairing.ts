/**
 * Terms and inputs of a pairing. A term is half-open `[from, to)`; people read and type its last day,
 * `lastDayOfTerm` is where `to` is turned into that day.
 */
import { z } from 'zod'
import { addDays, addMonths, type DateRange, isWithin, type LocalDate } from './calendar.ts'
import { seats } from './dictionaries.ts'
import { choice, date, optional, paragraph, reference, required, whole } from './fields.ts'
import type { PairingState } from './machines.ts'
import type { Settings } from './settings.ts'
import { checkCommunityCode } from './community.ts'

/** `2026-01-01 至 2027-12-31`: the last day is shown, not the first day after. */
export function termLabel(term: DateRange): string {
  return `${term.from} 至 ${lastDayOfTerm(term)}`
}

/** The last day of a term. */
export function lastDayOfTerm(term: DateRange): LocalDate {
  return addDays(term.to, -1)
}

/** The term that is proposed for a successor: as long as the one before, starting at its end (BR-06). */
export function nextTerm(term: DateRange): DateRange {
  const months = (year: string) => Number(year.slice(0, 4)) * 12 + Number(year.slice(5, 7))
  const length = months(term.to) - months(term.from)
  // A term within one month has no length in months; it is repeated by its days.
  return { from: term.to, to: length > 0 ? addMonths(term.to, length) : addDays(term.to, 30) }
}

/** Why the term is none, in Chinese; null when it is in order. */
export function refuseTerm(term: DateRange, settings: Pick<Settings, 'maxTermYears'>): string | null {
  if (term.to <= term.from) return '聘期的截止日不能早于起始日'
  if (term.to > addMonths(term.from, settings.maxTermYears * 12)) return `聘期最长${settings.maxTermYears}年`
  return null
}

/** Why a pairing of this term cannot end, pause or resume on that day; null when it can. */
export function refuseDayOfTerm(label: string, day: LocalDate, term: DateRange): string | null {
  return isWithin(day, term) ? null : `${label}应在聘期内（${termLabel(term)}）`
}

/** States of pairings that have been served: their months count for the arrival rate. */
export const SERVED_PAIRING_STATES: readonly PairingState[] = ['ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED']

const pairingFields = z.object({
  communityCode: required('社区', checkCommunityCode),
  practitionerId: required('顾问', reference),
  seat: choice({ label: '席位', choices: seats }),
  termFrom: required('聘期起始日', date),
  /** The first day after the term. */
  termTo: required('聘期截止日', date),
  visitsPerMonth: whole('每月驻点次数', 1, 31),
  note: optional('说明', paragraph(500)),
})

/** Schema of `proposePairing`; the rules on who may take the seat are in eligibility.ts. */
export function pairingInput(settings: Pick<Settings, 'maxTermYears'>) {
  const known = schemas.get(settings) ?? schemaFor(settings)
  schemas.set(settings, known)
  return known
}

/** A schema costs more to make than to use; settings stay the same objects while nobody changes them. */
const schemas = new WeakMap<object, ReturnType<typeof schemaFor>>()

function schemaFor(settings: Pick<Settings, 'maxTermYears'>) {
  return pairingFields.superRefine(({ termFrom, termTo }, context) => {
    const reason = refuseTerm({ from: termFrom, to: termTo }, settings)
    if (reason !== null) context.addIssue({ code: 'custom', message: reason, path: ['termTo'] })
  })
}

/** Schema of `terminatePairing` (BR-09: a ground and the day it takes effect; 其他 needs words). */
export const terminationInput = z
  .object({
    ground: required('解聘事由', reference),
    effectiveOn: required('解聘生效日', date),
    note: optional('说明', paragraph(500)),
  })
  .refine(({ ground, note }) => ground !== 'OTHER' || (note ?? null) !== null, {
    error: '解聘事由为其他的，请填写说明',
    path: ['note'],
  })

/** Schema of `pausePairing`. */
export const pauseInput = z.object({
  from: required('暂停起始日', date),
  reason: required('暂停原因', paragraph(200)),
})
