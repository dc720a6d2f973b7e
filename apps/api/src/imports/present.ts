import type { LocalDate } from '@sitai/rules/calendar'
import { midnightUtc } from '../time/dates.ts'

/** What is there: a value of undefined means "unchanged" and goes. */
export type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** The values that are there: what a sheet leaves out stays as it is. */
export function present<T extends object>(values: T): Present<T> {
  const kept: Present<T> = {}
  for (const key in values) {
    const value = values[key]
    if (isThere(value)) kept[key] = value
  }
  return kept
}

function isThere<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}

/** A day as its column takes it; undefined stays "unchanged". */
export function dayColumn(day: LocalDate | null | undefined): Date | null | undefined {
  return typeof day === 'string' ? midnightUtc(day) : day
}
