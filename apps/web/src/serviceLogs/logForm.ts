import { today } from '../today.ts'
import type { Problem } from '@sitai/rules/fields'
import { serviceLogFields } from '@sitai/rules/serviceLog.fields'
import { serviceLogProblems } from '@sitai/rules/serviceLog'
import type { Settings } from '@sitai/rules/settings'
import { type CountKind, countsOf } from '@sitai/rules/taxonomy'

/** What the adviser has written so far; every field has a value, so that a draft can be kept at any time. */
export interface LogForm {
  pairingId: string
  visitId: string
  occurredOn: string
  type: string
  topic: string
  persons: number
  items: number
  sessions: number
  copies: number
  content: string
  outcome: string
  remote: '' | 'PHONE' | 'WECHAT' | 'VIDEO'
  lateReason: string
  /** Record the visit as well: complete the planned one, or enter one with these times. */
  recordVisit: boolean
  startTime: string
  endTime: string
}

/** A photo of a log: still on the phone (`blob`), or stored (`fileId`, opaque). */
export interface LogPhoto {
  local: string
  blob?: Blob
  fileId?: string
  url?: string
}

export function emptyForm(): LogForm {
  return {
    pairingId: '',
    visitId: '',
    occurredOn: today(),
    type: 'CONSULTATION',
    topic: '',
    persons: 0,
    items: 0,
    sessions: 0,
    copies: 0,
    content: '',
    outcome: '',
    remote: '',
    lateReason: '',
    recordVisit: false,
    startTime: '',
    endTime: '',
  }
}

/** The fields in the order in which they stand on the page. */
const order = ['pairingId', 'occurredOn', 'startTime', 'type', 'topic', 'persons', 'items', 'sessions', 'copies']

/** What keeps the log from being handed in by the bureau's settings, as it stands on the page; the server judges again. */
export function formProblems(form: LogForm, settings: Settings): Problem[] {
  const missing = [
    form.pairingId === '' ? { field: 'pairingId', message: '请选择社区' } : null,
    form.topic === '' ? { field: 'topic', message: `请选择${serviceLogFields.topicCode.label}` } : null,
    form.recordVisit && form.visitId === '' && (form.startTime === '' || form.endTime === '')
      ? { field: 'startTime', message: '请填写到达和离开时间' }
      : null,
    form.recordVisit && form.startTime !== '' && form.endTime !== '' && form.startTime >= form.endTime
      ? { field: 'startTime', message: '离开应晚于到达' }
      : null,
  ].filter((it) => it !== null)
  const rank = ({ field }: Problem) => (order.includes(field) ? order.indexOf(field) : order.length)
  const problems = [...missing, ...serviceLogProblems(form, { today: today(), settings })]
  return problems.sort((a, b) => rank(a) - rank(b))
}

/** The form as the API takes it; counts that the type does not know stay behind. */
export function fieldsOf(form: LogForm, photos: readonly LogPhoto[]) {
  const allowed = countsOf(form.type)
  const count = (kind: CountKind) => (allowed.includes(kind) ? form[kind] : 0)
  return {
    pairingId: form.pairingId,
    visitId: form.visitId || null,
    typeCode: form.type,
    topicCode: form.topic,
    occurredOn: form.occurredOn,
    persons: count('persons'),
    items: count('items'),
    sessions: count('sessions'),
    copies: count('copies'),
    content: form.content,
    outcome: form.outcome || null,
    remote: form.remote || null,
    lateReason: form.lateReason || null,
    photoIds: photos.flatMap(({ fileId }) => (fileId ? [fileId] : [])),
  }
}

/** Whether anything has been written that would be a pity to lose. */
export function isWritten(form: LogForm, photos: readonly LogPhoto[]): boolean {
  return (
    form.content.trim() !== '' ||
    photos.length > 0 ||
    form.persons + form.items + form.sessions + form.copies > 0 ||
    form.outcome.trim() !== ''
  )
}
