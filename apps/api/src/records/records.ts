import { accountRecord } from '../accounts/account.record.ts'
import { operationLogRecord, signInLogRecord } from '../audit/audit.record.ts'
import { communityRecord } from '../communities/community.record.ts'
import { dictItemRecord } from '../dictionaries/dictItem.record.ts'
import { fileRecord } from '../files/file.record.ts'
import { firmRecord } from '../firms/firm.record.ts'
import { importRecord } from '../imports/import.record.ts'
import { overviewRecord } from '../overview/overview.record.ts'
import { pairingRecord } from '../pairings/pairing.record.ts'
import { practitionerRecord } from '../practitioners/practitioner.record.ts'
import { savedViewRecord } from '../savedViews/savedView.record.ts'
import { serviceLogRecord } from '../serviceLogs/serviceLog.record.ts'
import { sessionRecord } from '../session/session.record.ts'
import { bureauRecord, settingRecord } from '../settings/setting.record.ts'
import { streetRecord } from '../streets/street.record.ts'
import { visitRecord } from '../visits/visit.record.ts'
import type { BureauRecord } from './record.ts'

/** Every record the operation log speaks of; the order is that of its filter. */
export const records: readonly BureauRecord[] = [
  accountRecord,
  sessionRecord,
  dictItemRecord,
  settingRecord,
  savedViewRecord,
  bureauRecord,
  streetRecord,
  communityRecord,
  firmRecord,
  practitionerRecord,
  pairingRecord,
  visitRecord,
  serviceLogRecord,
  fileRecord,
  importRecord,
  operationLogRecord,
  signInLogRecord,
  overviewRecord,
]

/** What the row of each table is called. */
export const recordLabels: Readonly<Record<string, string>> = Object.fromEntries(
  records.flatMap(({ table, label, parts }) => [[table, label] as const, ...Object.entries(parts ?? {})]),
)

const byTable = new Map(
  records.flatMap((it) => [it.table, ...Object.keys(it.parts ?? {})].map((table) => [table, it] as const)),
)

/** The record to which the rows of a table belong. */
export function recordOfTable(table: string): BureauRecord | undefined {
  return byTable.get(table)
}
