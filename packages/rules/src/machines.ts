/**
 * The state machines of the register and of 一社区一顾问. What was added to the moves first agreed is said.
 */
import type { Machine } from './stateMachine.ts'

/** States of a practitioner. Leaving ACTIVE opens a task for each live pairing. */
export type PractitionerState = 'PENDING_VERIFY' | 'ACTIVE' | 'SUSPENDED' | 'CANCELLED' | 'TRANSFERRED_OUT'

/**
 * 执业人员. Added: who retires is cancelled without being suspended first, a suspended person may
 * move away, a wrong entry is cancelled before it is verified.
 */
export const practitionerMachine: Machine<PractitionerState> = {
  noun: '执业人员',
  labels: {
    PENDING_VERIFY: '待核验',
    ACTIVE: '正常执业',
    SUSPENDED: '停止执业',
    CANCELLED: '已注销',
    TRANSFERRED_OUT: '已转出',
  },
  moves: {
    PENDING_VERIFY: ['ACTIVE', 'CANCELLED'],
    ACTIVE: ['SUSPENDED', 'CANCELLED', 'TRANSFERRED_OUT'],
    SUSPENDED: ['ACTIVE', 'CANCELLED', 'TRANSFERRED_OUT'],
    CANCELLED: [],
    // Whoever comes back is verified anew.
    TRANSFERRED_OUT: ['PENDING_VERIFY'],
  },
}

/** States of a law firm or a legal service office; the domain names them, the moves follow the practitioner's. */
export type FirmState = 'ACTIVE' | 'SUSPENDED' | 'CANCELLED'

/** 律师事务所、基层法律服务所. */
export const firmMachine: Machine<FirmState> = {
  noun: '机构',
  labels: { ACTIVE: '正常执业', SUSPENDED: '停业整顿', CANCELLED: '已注销' },
  moves: { ACTIVE: ['SUSPENDED', 'CANCELLED'], SUSPENDED: ['ACTIVE', 'CANCELLED'], CANCELLED: [] },
}

/** States of a pairing. ENDED, TERMINATED, RENEWED and REJECTED are final; renewal creates a successor (BR-06). */
export type PairingState =
  | 'PROPOSED'
  | 'CONFIRMED'
  | 'ACTIVE'
  | 'PAUSED'
  | 'ENDED'
  | 'TERMINATED'
  | 'RENEWED'
  | 'REJECTED'

/** 结对. Added: a paused pairing may run out or be terminated, a confirmed one be withdrawn. */
export const pairingMachine: Machine<PairingState> = {
  noun: '结对',
  labels: {
    PROPOSED: '拟聘',
    CONFIRMED: '已确认',
    ACTIVE: '履职中',
    PAUSED: '已暂停',
    ENDED: '已期满',
    TERMINATED: '已解聘',
    RENEWED: '已续聘',
    REJECTED: '未通过',
  },
  moves: {
    PROPOSED: ['CONFIRMED', 'REJECTED'],
    // Withdrawn before the term began.
    CONFIRMED: ['ACTIVE', 'REJECTED'],
    ACTIVE: ['PAUSED', 'ENDED', 'TERMINATED', 'RENEWED'],
    PAUSED: ['ACTIVE', 'ENDED', 'TERMINATED'],
    ENDED: [],
    TERMINATED: [],
    RENEWED: [],
    REJECTED: [],
  },
}

/** States in which a pairing holds its seat and takes capacity (BR-01, BR-02). */
export const LIVE_PAIRING_STATES: readonly PairingState[] = ['PROPOSED', 'CONFIRMED', 'ACTIVE', 'PAUSED']

/** States of a visit. A visit without check-out stays CHECKED_IN: no hours are invented (BR-13). */
export type VisitState =
  | 'PLANNED'
  | 'CHECKED_IN'
  | 'COMPLETED'
  | 'CONFIRMED'
  | 'MISSED'
  | 'MADE_UP'
  | 'RESCHEDULED'
  | 'CANCELLED'
  | 'DISPUTED'
  | 'VOID'

/** 驻点. Added: CANCELLED for open visits of a terminated pairing (BR-09), and VOID, with a reason, of what was kept. */
export const visitMachine: Machine<VisitState> = {
  noun: '驻点',
  labels: {
    PLANNED: '已计划',
    CHECKED_IN: '已签到',
    COMPLETED: '已完成',
    CONFIRMED: '社区已确认',
    MISSED: '未到位',
    MADE_UP: '已补到',
    RESCHEDULED: '已改期',
    CANCELLED: '已取消',
    DISPUTED: '有异议',
    VOID: '已作废',
  },
  moves: {
    // Straight to COMPLETED when both times are entered by hand afterwards (flagged MANUAL).
    PLANNED: ['CHECKED_IN', 'COMPLETED', 'MISSED', 'RESCHEDULED', 'CANCELLED'],
    CHECKED_IN: ['COMPLETED', 'VOID'],
    COMPLETED: ['CONFIRMED', 'DISPUTED', 'VOID'],
    CONFIRMED: ['VOID'],
    MISSED: ['MADE_UP'],
    MADE_UP: [],
    RESCHEDULED: [],
    CANCELLED: [],
    DISPUTED: ['CONFIRMED', 'VOID'],
    VOID: [],
  },
}

/** Visits that count as the adviser having come (K04). MADE_UP is the missed one; its replacement is what counts. */
export const KEPT_VISIT_STATES: readonly VisitState[] = ['COMPLETED', 'CONFIRMED']

/** States of a service log. After the lock of its period only a correction changes the figures. */
export type ServiceLogState = 'DRAFT' | 'SUBMITTED' | 'CONFIRMED' | 'RETURNED' | 'LOCKED' | 'VOID'

/** 工作日志. VOID is added: a fact handed in is voided with a reason, never deleted. */
export const serviceLogMachine: Machine<ServiceLogState> = {
  noun: '工作日志',
  labels: {
    DRAFT: '草稿',
    SUBMITTED: '已提交',
    CONFIRMED: '已确认',
    RETURNED: '已退回',
    LOCKED: '已锁定',
    VOID: '已作废',
  },
  moves: {
    DRAFT: ['SUBMITTED', 'VOID'],
    SUBMITTED: ['CONFIRMED', 'RETURNED', 'VOID'],
    CONFIRMED: ['LOCKED', 'VOID'],
    RETURNED: ['SUBMITTED', 'VOID'],
    LOCKED: [],
    VOID: [],
  },
}
