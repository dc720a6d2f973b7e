/** What the lists of visits and of service logs have in common: both are facts of a pairing, at a place, on a day. */
import { builder } from '../graphql/builder.ts'
import { FirmRef } from '../firms/firm.graphql.ts'
import { nameMatches, searchWords } from '../lists/listQuery.ts'

interface Node {
  readonly id: string
}

/** The part of the filter that both lists offer. */
export interface FactFilter {
  readonly from?: Date | null | undefined
  readonly to?: Date | null | undefined
  readonly firmId?: Node | null | undefined
  readonly practitionerId?: Node | null | undefined
  readonly pairingId?: Node | null | undefined
  readonly communityCode?: string | null | undefined
  readonly streetCode?: string | null | undefined
}

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]

/** Its input fields; `day` is what the two ends are days of. */
export function factFilterFields(t: InputFields, day: string) {
  return {
    from: t.field({ type: 'Date', description: `${day}起（含）` }),
    to: t.field({ type: 'Date', description: `${day}止（含）` }),
    firmId: t.globalID({ for: [FirmRef], description: '当日所在机构' }),
    practitionerId: t.globalID({ description: '顾问' }),
    pairingId: t.globalID({ description: '结对' }),
    communityCode: t.string(),
    streetCode: t.string(),
  }
}

/** The conditions it makes, those of the day excepted: each list has a column of its own for it. */
export function narrowedFacts(filter: FactFilter | null | undefined) {
  const { firmId, practitionerId, pairingId, communityCode, streetCode } = filter ?? {}
  return [
    firmId ? { firmId: firmId.id } : {},
    practitionerId ? { practitionerId: practitionerId.id } : {},
    pairingId ? { pairingId: pairingId.id } : {},
    communityCode ? { communityCode } : {},
    streetCode ? { community: { streetCode } } : {},
  ]
}

/** Days from and to, both included, as Prisma takes them. */
export function days({ from, to }: FactFilter): { gte?: Date; lte?: Date } {
  return { ...(from && { gte: from }), ...(to && { lte: to }) }
}

/** What the search box finds in both lists: the community or the adviser, by name, pinyin or initials. */
export function searchedFacts(search: string | null | undefined) {
  return searchWords(search, placeOrAdviser)
}

/** Facts whose community or adviser a search word matches. */
export function placeOrAdviser(text: string, plain: string) {
  const named = { OR: nameMatches(text, plain) }
  return [{ community: named }, { practitioner: named }]
}
