import { auditOperations, roles } from '@sitai/rules/account'
import { labelOf } from '@sitai/rules/dictionaries'
import { instantWords } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { recordLabels } from '../records/records.ts'
import { schema } from '../schema.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { actLabel } from './acts.ts'
import { isConcealed } from './audit.access.ts'
import { listedAuditEvents } from './audit.graphql.ts'
import { recordOf, speakerIn } from './changes.ts'

interface Args {
  readonly filter?: Parameters<typeof listedAuditEvents>[1]
}

/** The operation log as an Excel file; what a system admin may not read is not in theirs. */
export const auditListSheet = listSheet<Args>({
  list: 'auditEvents',
  title: '操作日志',
  act: 'audit:read',
  entity: 'operation_log',
  columns: {
    at: { header: '时间', width: 18 },
    actor: { header: '操作人', width: 14 },
    role: { header: '身份', width: 22 },
    act: { header: '办的事', width: 24 },
    operation: { header: '操作', width: 14 },
    record: { header: '记录', width: 40 },
    reason: { header: '理由', width: 40 },
  },
  names: {
    act: (code) => actLabel(schema, code),
    entity: (code) => recordLabels[code] ?? code,
    operation: (code) => labelOf(auditOperations, code),
  },
  ids: async (viewer, { filter }, take) => {
    const events = await db.auditEvent.findMany({
      where: listedAuditEvents(viewer, filter),
      orderBy: { id: 'desc' },
      take,
      select: { id: true },
    })
    return events.map(({ id }) => String(id))
  },
  rows: async (viewer, ids) => {
    const events = await db.auditEvent.findMany({ where: { id: { in: ids.map(BigInt) } } })
    const speaker = speakerIn(viewer.divisionCode)
    const rows = events.map(async (event) => {
      const concealed = isConcealed(viewer, event.entity)
      const row = {
        at: instantWords(event.at),
        actor: event.actorName,
        role: event.role ? labelOf(roles, event.role) : '系统',
        act: actLabel(schema, event.act),
        operation: labelOf(auditOperations, event.operation),
        record: concealed ? (recordLabels[event.entity] ?? event.entity) : await recordOf(event, speaker),
        reason: concealed ? null : event.reason,
      }
      return [String(event.id), row] as const
    })
    return new Map(await Promise.all(rows))
  },
})
