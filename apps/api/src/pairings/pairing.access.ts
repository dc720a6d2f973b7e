import type { Pairing, PairingStatus, Prisma } from '@sitai/db/client'
import { addDays } from '@sitai/rules/calendar'
import { LIVE_PAIRING_STATES, pairingMachine } from '@sitai/rules/machines'
import { refuseMove } from '@sitai/rules/stateMachine'
import { may } from '../access/acts.ts'
import { within } from '../access/place.ts'
import { now, today } from '../time/clock.ts'
import { dayOf } from '../time/dates.ts'
import { Refusal } from '../acts/refusal.ts'
import type { Refusals } from '../acts/refusals.ts'
import type { Viewer } from '../access/viewer.ts'

/** The bureau sees the pairings of its place, a firm admin those of the firm's people, a lawyer the own ones. */
export function visiblePairings(viewer: Viewer): Prisma.PairingWhereInput {
  const place = { communityCode: within(viewer.divisionCode) }
  if (viewer.role === 'FIRM_ADMIN') return { AND: [place, { practitioner: { firmId: viewer.firmId ?? nobody } }] }
  if (viewer.role === 'LAWYER') return { AND: [place, { practitionerId: viewer.practitionerId ?? nobody }] }
  return place
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** What the refusals of a pairing are judged by. */
export type JudgedPairing = Pick<
  Pairing,
  'status' | 'seat' | 'termFrom' | 'termTo' | 'endsOn' | 'endGround' | 'grade' | 'createdAt' | 'batchId'
> & {
  readonly successor: { readonly status: PairingStatus } | null
}

/** The acts on one pairing that have a button. */
type PairingAct = 'confirm' | 'activate' | 'reject' | 'pause' | 'resume' | 'terminate' | 'replace' | 'renew' | 'grade'

const targets: Readonly<Record<Exclude<PairingAct, 'renew' | 'replace' | 'grade'>, PairingStatus>> = {
  confirm: 'CONFIRMED',
  activate: 'ACTIVE',
  reject: 'REJECTED',
  pause: 'PAUSED',
  resume: 'ACTIVE',
  terminate: 'TERMINATED',
}

/** Why this viewer may not do that with this pairing now; null when they may. */
function refusePairingAct(viewer: Viewer, pairing: JudgedPairing, act: PairingAct): Refusal | null {
  if (!may(viewer, 'pairing:write')) return new Refusal('NOT_YOURS', '结对由司法局办理。')
  if (act === 'grade') return refuseGrade(pairing)
  if (act === 'renew') return refuseRenew(pairing)
  if (act === 'resume' && pairing.status !== 'PAUSED') return moved('只有暂停中的结对可以恢复。')
  if (act === 'activate' && pairing.status === 'PAUSED') return moved('暂停中的结对请用“恢复履职”。')
  const sentence = refuseMove(pairingMachine, pairing.status, act === 'replace' ? 'TERMINATED' : targets[act])
  if (sentence !== null) return moved(`${sentence}。`)
  if (pairing.endGround !== null && act !== 'reject' && act !== 'resume') {
    return new Refusal('ALREADY_ENDING', `已办解聘，${dayOf(pairing.endsOn)}生效。`)
  }
  if (act === 'activate' && dayOf(pairing.termFrom) > today()) {
    return new Refusal('TERM_NOT_BEGUN', `聘期自${dayOf(pairing.termFrom)}起，届时自动转为履职中。`)
  }
  if (dayOf(pairing.endsOn) <= today() && act !== 'reject') return over(pairing)
  return null
}

function refuseRenew(pairing: JudgedPairing): Refusal | null {
  if (pairing.status === 'PAUSED') return moved('暂停中的结对须先恢复履职，再续聘。')
  if (pairing.status !== 'ACTIVE')
    return moved(refuseMove(pairingMachine, pairing.status, 'RENEWED') ?? '现在不能续聘。')
  if (pairing.endGround !== null)
    return new Refusal('ALREADY_ENDING', `已办解聘，${dayOf(pairing.endsOn)}生效，不能续聘。`)
  if (pairing.successor && pairing.successor.status !== 'REJECTED')
    return new Refusal('ALREADY_RENEWED', '这一期已经续聘过了。')
  if (pairing.successor) return new Refusal('ALREADY_RENEWED', '这一期的续聘未通过，请另行结对。')
  if (pairing.grade === 'UNQUALIFIED') return new Refusal('LAST_TERM_FAILED', '本聘期考核不合格，不能续聘（BR-11）。')
  return dayOf(pairing.endsOn) <= today() ? over(pairing) : null
}

function refuseGrade(pairing: JudgedPairing): Refusal | null {
  const served: readonly PairingStatus[] = ['ACTIVE', 'PAUSED', 'ENDED', 'TERMINATED', 'RENEWED']
  if (!served.includes(pairing.status)) return moved('尚未履职，不能考核。')
  return null
}

/** Who may do what with a pairing. */
export const pairingRefusals = {
  confirmPairing: (viewer, pairing) => refusePairingAct(viewer, pairing, 'confirm'),
  activatePairing: (viewer, pairing) => refusePairingAct(viewer, pairing, 'activate'),
  rejectPairing: (viewer, pairing) => refusePairingAct(viewer, pairing, 'reject'),
  pausePairing: (viewer, pairing) => refusePairingAct(viewer, pairing, 'pause'),
  resumePairing: (viewer, pairing) => refusePairingAct(viewer, pairing, 'resume'),
  terminatePairing: (viewer, pairing) => refusePairingAct(viewer, pairing, 'terminate'),
  replacePairing: (viewer, pairing) => refusePairingAct(viewer, pairing, 'replace'),
  renewPairing: (viewer, pairing) => refusePairingAct(viewer, pairing, 'renew'),
  gradePairing: (viewer, pairing) => refusePairingAct(viewer, pairing, 'grade'),
} satisfies Refusals<JudgedPairing>

/** Why a new pairing may no longer be taken back; `used` counts the visits, logs, pauses and successors that hang on it. */
export function refuseUndo(viewer: Viewer, pairing: JudgedPairing, used: number, hours: number): Refusal | null {
  if (!may(viewer, 'pairing:write')) return new Refusal('NOT_YOURS', '结对由司法局办理。')
  if (pairing.batchId === null)
    return new Refusal('NOT_UNDOABLE', '只有在结对工作台新建的结对可以撤销；其他请用“不予通过”或“解聘”。')
  if (now().getTime() - pairing.createdAt.getTime() > hours * 3_600_000) {
    return new Refusal('UNDO_EXPIRED', `已超过${hours}小时的撤销时限，请办理解聘。`)
  }
  if (!LIVE_PAIRING_STATES.includes(pairing.status)) return moved('这个结对已经终止，不能撤销。')
  return used > 0 ? new Refusal('IN_USE', '已有驻点、日志、暂停或续聘记录，不能撤销，请办理解聘。') : null
}

function moved(sentence: string): Refusal {
  return new Refusal('STATE_CHANGED', sentence.endsWith('。') ? sentence : `${sentence}。`)
}

function over({ endsOn }: JudgedPairing): Refusal {
  return new Refusal('TERM_OVER', `聘期已于${addDays(dayOf(endsOn), -1)}届满。`)
}
