import { within } from '../access.ts'
import { db } from '../db.ts'
import { settingsFromRows } from '../settings/settings.ts'
import type { CommitmentRules } from './commitment.sql.ts'

/** The numbers by which the work in a place is judged, district by district: a city sees each as the district itself does. */
export interface PlaceRules {
  readonly rules: readonly CommitmentRules[]
  /** Ratings it takes before their mean is shown (K09): the strictest of the districts. */
  readonly satisfactionMinResponses: number
}

const keys = ['termStartDay', 'yellowFromDay', 'satisfactionMinResponses']

/** Reads the rules of a place: a district, or a street of it (one statement), or a city or province (two). */
export async function rulesOfPlace(place: string): Promise<PlaceRules> {
  const [rows, districts] = await Promise.all([
    db.setting.findMany({ where: { key: { in: keys } }, orderBy: { divisionCode: 'asc' } }),
    place.length >= 6
      ? [place.slice(0, 6)]
      : db.street
          .findMany({
            where: { districtCode: within(place) },
            distinct: ['districtCode'],
            select: { districtCode: true },
          })
          .then((streets) => streets.map(({ districtCode }) => districtCode)),
  ])
  const each = districts.map((divisionCode) => ({
    divisionCode,
    ...settingsFromRows(rows.filter((row) => divisionCode.startsWith(row.divisionCode))),
  }))
  return {
    rules: each.map(({ divisionCode, termStartDay, yellowFromDay }) => ({ divisionCode, termStartDay, yellowFromDay })),
    satisfactionMinResponses: Math.max(1, ...each.map((settings) => settings.satisfactionMinResponses)),
  }
}
