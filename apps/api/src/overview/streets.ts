import { within } from '../access/place.ts'
import { db } from '../data/db.ts'
import { tallyOf, type Numbers } from './numbers.ts'
import type { Overview } from './overview.ts'

/** A street with its numbers of this period and the last. */
export interface StreetNumbers {
  readonly code: string
  readonly name: string
  readonly lat: number | null
  readonly lng: number | null
  readonly now: Numbers
  readonly last: Numbers
}

/** The streets of an overview's place, in the order of their codes. */
export function visibleStreetsOf({ scope }: Overview) {
  return db.street.findMany({
    where: { code: within(scope.place) },
    select: { code: true, name: true, lat: true, lng: true },
    orderBy: { code: 'asc' },
  })
}

/** The streets of the place with their numbers, those without any fact too. */
export async function streetsOf(overview: Overview): Promise<StreetNumbers[]> {
  const [streets, counted] = await Promise.all([visibleStreetsOf(overview), tallyOf(overview)])
  return streets.map((street) => ({
    ...street,
    now: counted.of('now', street.code),
    last: counted.of('last', street.code),
  }))
}
