import { accountListSheet } from '../accounts/account.sheet.ts'
import { auditListSheet } from '../audit/audit.sheet.ts'
import { signInListSheet } from '../audit/signIn.sheet.ts'
import { communityListSheet } from '../communities/community.sheet.ts'
import { areaFactsSheet } from '../figures/areaFacts.sheet.ts'
import { firmListSheet } from '../firms/firm.sheet.ts'
import { factListSheet } from '../overview/fact.sheet.ts'
import { pairingListSheet } from '../pairings/pairing.sheet.ts'
import { practitionerListSheet } from '../practitioners/practitioner.sheet.ts'
import { serviceLogListSheet } from '../serviceLogs/serviceLog.sheet.ts'
import { visitListSheet } from '../visits/visit.sheet.ts'
import type { ListSheet } from './listSheet.ts'

/** Every list that can be exported, by its name. */
export const listSheets: ReadonlyMap<string, ListSheet> = new Map(
  [
    accountListSheet,
    areaFactsSheet,
    auditListSheet,
    communityListSheet,
    factListSheet,
    firmListSheet,
    pairingListSheet,
    practitionerListSheet,
    serviceLogListSheet,
    signInListSheet,
    visitListSheet,
  ].map((sheet) => [sheet.list, sheet]),
)
