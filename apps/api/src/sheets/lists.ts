import { communityListSheet } from '../communities/community.sheet.ts'
import { firmListSheet } from '../firms/firm.sheet.ts'
import { practitionerListSheet } from '../practitioners/practitioner.sheet.ts'
import type { ListSheet } from './listSheet.ts'

/** Every list that can be exported, by the name of its root field. */
export const listSheets: ReadonlyMap<string, ListSheet> = new Map(
  [communityListSheet, firmListSheet, practitionerListSheet].map((sheet) => [sheet.list, sheet]),
)
