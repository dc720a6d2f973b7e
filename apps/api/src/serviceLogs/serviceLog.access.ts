import type { Prisma } from '@sitai/db/client'
import { serviceLogMachine, type ServiceLogState } from '@sitai/rules/machines'
import { refuseMove, stateLabel } from '@sitai/rules/stateMachine'
import { may } from '../access/acts.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Refusals } from '../acts/refusals.ts'
import type { Viewer } from '../access/viewer.ts'
import { ownFacts } from '../visits/visit.access.ts'

/**
 * The bureau sees the logs of its place, a firm those credited to it, an adviser their own. A draft is its author's
 * alone: it is no fact yet.
 */
export function visibleServiceLogs(viewer: Viewer): Prisma.ServiceLogWhereInput {
  if (viewer.role === 'LAWYER') return ownFacts(viewer)
  return { AND: [ownFacts(viewer), { status: { not: 'DRAFT' } }] }
}

/** What the refusals look at. */
interface LogFacts {
  readonly status: ServiceLogState
  readonly practitionerId: string
  readonly firmId: string
}

/** Its author corrects a log while it is a draft or has been returned. */
function refuseEdit(viewer: Viewer, log: LogFacts): Refusal | null {
  if (viewer.role !== 'LAWYER' || viewer.practitionerId !== log.practitionerId)
    return new Refusal('NOT_YOURS', '日志由本人填写和修改。')
  if (log.status === 'DRAFT' || log.status === 'RETURNED') return null
  return new Refusal('STATE_CHANGED', `日志当前为「${stateLabel(serviceLogMachine, log.status)}」，退回后才能修改。`)
}

/** The firm confirms and returns its people's logs, the bureau all of its place; nobody their own. */
function refuseReviewLog(viewer: Viewer, log: LogFacts, to: 'CONFIRMED' | 'RETURNED'): Refusal | null {
  if (!may(viewer, 'serviceLog:review')) return new Refusal('NOT_YOURS', '日志由律所或司法局确认。')
  if (viewer.practitionerId === log.practitionerId)
    return new Refusal('OWN_LOG', '不能确认或退回自己的日志，请由司法局办理。')
  return refuseState(log, to)
}

/** A fact that was handed in is voided by the bureau, with a reason; an author may drop what is not handed in. */
function refuseVoidLog(viewer: Viewer, log: LogFacts): Refusal | null {
  const isAuthors = viewer.role === 'LAWYER' && viewer.practitionerId === log.practitionerId
  if (isAuthors && (log.status === 'DRAFT' || log.status === 'RETURNED')) return null
  if (viewer.role !== 'BUREAU_ADMIN') return new Refusal('NOT_YOURS', '已提交的日志只能由司法局作废。')
  return refuseState(log, 'VOID')
}

function refuseState(log: LogFacts, to: ServiceLogState): Refusal | null {
  const sentence = refuseMove(serviceLogMachine, log.status, to)
  return sentence === null ? null : new Refusal('STATE_CHANGED', `${sentence}。`)
}

/** Who may do what with a log. */
export const serviceLogRefusals = {
  saveServiceLog: refuseEdit,
  submitServiceLog: refuseEdit,
  confirmServiceLogs: (viewer, log) => refuseReviewLog(viewer, log, 'CONFIRMED'),
  returnServiceLogs: (viewer, log) => refuseReviewLog(viewer, log, 'RETURNED'),
  voidServiceLogs: refuseVoidLog,
} satisfies Refusals<LogFacts>
