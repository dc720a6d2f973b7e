/** What the lists of visits and of service logs have in common: both are facts of a pairing, at a place, on a day. */
import type { Prisma } from '@sitai/db/client'
import { FirmRef } from '../firms/firm.graphql.ts'
import { type By, by as filterBy, type InputFields } from '../lists/filter.ts'
import { nameMatches } from '../lists/listQuery.ts'
import { nameIn, placeName } from '../lists/words.ts'
import { firmRecord } from '../firms/firm.record.ts'
import { practitionerRecord } from '../practitioners/practitioner.record.ts'

const by: By<Prisma.VisitWhereInput & Prisma.ServiceLogWhereInput> = filterBy

/** The filters that both lists offer. */
export function factFilters(t: InputFields) {
  return {
    firmId: by(t.globalID({ for: [FirmRef], description: '当日所在机构' }), {
      label: '机构',
      where: ({ id }) => ({ firmId: id }),
      word: nameIn(firmRecord),
    }),
    practitionerId: by(t.globalID({ description: '顾问' }), {
      label: '人员',
      where: ({ id }) => ({ practitionerId: id }),
      word: nameIn(practitionerRecord),
    }),
    pairingId: by(t.globalID({ description: '结对' }), { where: ({ id }) => ({ pairingId: id }), word: () => '' }),
    communityCode: by(t.string(), {
      label: '社区',
      where: (communityCode) => ({ communityCode }),
      word: placeName,
    }),
    streetCode: by(t.string(), {
      label: '街道',
      where: (streetCode) => ({ community: { streetCode } }),
      word: placeName,
    }),
  }
}

/** Facts whose community or adviser a search word matches, by name, pinyin or initials. */
export function placeOrAdviser(text: string, plain: string) {
  const named = { OR: nameMatches(text, plain) }
  return [{ community: named }, { practitioner: named }]
}
