import { within } from '../access/place.ts'
import { db } from '../data/db.ts'
import { settingsFor, settingsFromRows } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import type { CommitmentRules } from './commitment.sql.ts'

/** The numbers by which the work in a place is judged, district by district: a city sees each as the district itself does. */
export interface PlaceRules {
  readonly rules: readonly CommitmentRules[]
  /** Ratings it takes before their mean is shown (K09): the strictest of the districts. */
  readonly satisfactionMinResponses: number
}

const keys = ['termStartDay', 'yellowFromDay', 'satisfactionMinResponses']

/**
 * The rules of a place: a district, or a street of it, or a city or province. Those of a viewer's own district were read
 * with the session; else it takes one statement, or two for a wider place.
 */
export async function rulesOfPlace(place: string, viewer?: Viewer): Promise<PlaceRules> {
  const district = place.slice(0, 6)
  const each =
    viewer && district === viewer.divisionCode && district.length === 6
      ? [{ divisionCode: district, ...(await settingsFor(viewer, district)) }]
      : await settingsOfDistricts(place)
  return {
    rules: each.map(({ divisionCode, termStartDay, yellowFromDay }) => ({ divisionCode, termStartDay, yellowFromDay })),
    satisfactionMinResponses: Math.max(1, ...each.map((settings) => settings.satisfactionMinResponses)),
  }
}

async function settingsOfDistricts(place: string) {
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
  return districts.map((divisionCode) => ({
    divisionCode,
    ...settingsFromRows(rows.filter((row) => divisionCode.startsWith(row.divisionCode))),
  }))
}
