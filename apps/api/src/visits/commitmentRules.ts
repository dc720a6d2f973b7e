import { db } from '../db.ts'
import { settingsOf } from '../settings/settings.ts'
import { within } from '../access.ts'
import type { CommitmentRules } from './commitment.sql.ts'

/** The numbers of BR-12 in a place, district by district: a city sees each district as the district itself does. */
export async function commitmentRules(place: string): Promise<CommitmentRules[]> {
  if (place.length >= 6) return [await rulesOf(place.slice(0, 6))]
  const streets = await db.street.findMany({
    where: { districtCode: within(place) },
    distinct: ['districtCode'],
    select: { districtCode: true },
  })
  return Promise.all(streets.map(({ districtCode }) => rulesOf(districtCode)))
}

async function rulesOf(divisionCode: string): Promise<CommitmentRules> {
  const { termStartDay, yellowFromDay } = await settingsOf(divisionCode)
  return { divisionCode, termStartDay, yellowFromDay }
}
