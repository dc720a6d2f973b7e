import { instantOf } from '@sitai/rules/calendar'
import {
  serviceLogInput,
  serviceLogProblems,
  type ServiceLogFacts,
  type ServiceLogInput,
} from '@sitai/rules/serviceLog'
import type { ServiceLog } from '@sitai/db/client'
import { now, today } from '../time/clock.ts'
import { db } from '../data/db.ts'
import { dayOf, midnightUtc } from '../time/dates.ts'
import { notFound, raise, Refusal } from '../acts/refusal.ts'
import { ownUploads } from '../files/file.ts'
import { checkedInput } from '../acts/inputs.ts'
import { newId } from '../data/newId.ts'
import { idempotent } from '../acts/idempotent.ts'
import { expectOne } from '../acts/checks.ts'
import { settingsFor } from '../settings/settings.ts'
import { checkCodes } from '../dictionaries/inPlace.ts'
import type { Viewer } from '../access/viewer.ts'
import { completeByHand, rememberedAttendance, type RememberedTimes } from '../visits/attendance.ts'
import { namingOverlap } from '../duties/overlap.ts'
import { refuseResting } from '../visits/visit.access.ts'
import { findVisit, planned } from '../visits/visit.ts'
import { write, type Tx } from '../acts/write.ts'
import { serviceLogRefusals, visibleServiceLogs } from './serviceLog.access.ts'

/** A log as it arrives; `checkedInput` makes it a ServiceLogInput. */
export interface LogFields {
  readonly pairingId: string
  readonly visitId?: string | null | undefined
  readonly typeCode: string
  readonly topicCode: string
  readonly occurredOn: string
  readonly persons?: number | null | undefined
  readonly items?: number | null | undefined
  readonly sessions?: number | null | undefined
  readonly copies?: number | null | undefined
  readonly content?: string | null | undefined
  readonly outcome?: string | null | undefined
  readonly remote?: string | null | undefined
  readonly lateReason?: string | null | undefined
  readonly photoIds?: readonly string[] | null | undefined
}

/** The visit the log is of, when it is not recorded yet: its real times; the community has to confirm it. */
export interface LogVisit extends RememberedTimes {
  readonly complete: boolean
}

/**
 * Records a service in one go: the log, and with `visit` the visit it was given on (the planned one is completed by
 * hand, without one it is entered). The same key again answers the same log. Submitted unless it stays a draft.
 */
export async function logService(
  viewer: Viewer,
  input: { idempotencyKey: string; log: LogFields; visit?: LogVisit | null | undefined; submit: boolean },
): Promise<string> {
  const { idempotencyKey, ...asked } = input
  const log = checkedInput(serviceLogInput, asked.log)
  const times = {
    plannedOn: log.occurredOn,
    startTime: asked.visit?.startTime ?? '00:00',
    endTime: asked.visit?.endTime ?? '23:59',
  }
  const { id } = await namingOverlap(times, (claim) =>
    idempotent(viewer, idempotencyKey, 'logService', asked, async (tx, logId, end) => {
      const pairing = await ownPairing(tx, viewer, log.pairingId)
      claim(pairing.practitionerId)
      await Promise.all([
        checkLogCodes(tx, pairing.communityCode, log),
        asked.submit && checkProblems(tx, viewer, pairing.communityCode, log),
      ])
      const visit = await visitOf(tx, viewer, log, asked.visit, pairing)
      const photos = asked.log.photoIds ?? []
      const enter = () =>
        Promise.all([
          visit?.written,
          tx.serviceLog.create({
            data: {
              id: logId,
              ...columnsOf(log),
              pairingId: pairing.id,
              visitId: visit?.id ?? null,
              communityCode: pairing.communityCode,
              practitionerId: pairing.practitionerId,
              firmId: pairing.firmIdAtStart,
              ...(asked.submit ? submitted() : { status: 'DRAFT' as const }),
            },
            select: { id: true },
          }),
        ])
      if (photos.length === 0) await end(enter)
      else {
        await enter()
        await attach(tx, viewer, logId, pairing.communityCode, photos)
      }
      return logId
    }),
  )
  return id
}

/** Changes a draft or a returned log; with `submit` hands it in as well. */
export async function saveServiceLog(
  viewer: Viewer,
  ref: { id: string; expectedVersion: number },
  fields: LogFields,
  submit: boolean,
): Promise<string> {
  const log = checkedInput(serviceLogInput, fields)
  return write(viewer, submit ? 'submitServiceLog' : 'saveServiceLog', async (tx) => {
    const before = await findServiceLog(tx, viewer, ref.id)
    raise(serviceLogRefusals.saveServiceLog(viewer, before))
    if (log.pairingId !== before.pairingId)
      throw new Refusal('PAIRING_FIXED', '日志的社区不能更改，请作废后重记。', ['pairingId'])
    await checkLogCodes(tx, before.communityCode, log, before)
    if (submit) await checkProblems(tx, viewer, before.communityCode, log)
    if (log.visitId) await keptVisit(tx, viewer, log.visitId)
    const data = { ...columnsOf(log), visitId: log.visitId ?? null, ...(submit ? submitted() : {}) }
    expectOne(await tx.serviceLog.updateMany({ where: { id: ref.id, version: ref.expectedVersion }, data }))
    if (fields.photoIds) await attach(tx, viewer, ref.id, before.communityCode, fields.photoIds)
    return ref.id
  })
}

/** Hands in a log as it stands. */
export async function submitServiceLog(viewer: Viewer, ref: { id: string; expectedVersion: number }): Promise<string> {
  return write(viewer, 'submitServiceLog', async (tx) => {
    const log = await findServiceLog(tx, viewer, ref.id)
    raise(serviceLogRefusals.submitServiceLog(viewer, log))
    await checkProblems(tx, viewer, log.communityCode, { ...log, occurredOn: dayOf(log.occurredOn) })
    expectOne(
      await tx.serviceLog.updateMany({ where: { id: ref.id, version: ref.expectedVersion }, data: submitted() }),
    )
    return ref.id
  })
}

/** A log the viewer may see, or NOT_FOUND. */
export async function findServiceLog(tx: Tx | typeof db, viewer: Viewer, id: string): Promise<ServiceLog> {
  const log = await tx.serviceLog.findFirst({ where: { id, AND: visibleServiceLogs(viewer) } })
  if (!log) throw notFound('篇日志')
  return log
}

type OwnPairing = Awaited<ReturnType<typeof ownPairing>>

/** Only the adviser of the pairing logs its services. */
async function ownPairing(tx: Tx, viewer: Viewer, id: string) {
  if (viewer.role !== 'LAWYER' || !viewer.practitionerId) throw notFound('个结对')
  const pairing = await tx.pairing.findFirst({
    where: { id, practitionerId: viewer.practitionerId },
    select: { id: true, communityCode: true, practitionerId: true, firmIdAtStart: true, pauses: true },
  })
  if (!pairing) throw notFound('个结对')
  return pairing
}

/** A visit that a log may be of. */
async function keptVisit(tx: Tx, viewer: Viewer, id: string) {
  const visit = await findVisit(tx, viewer, id)
  if (['CANCELLED', 'RESCHEDULED', 'VOID', 'MISSED'].includes(visit.status)) {
    throw new Refusal('VISIT_NOT_KEPT', '这次驻点没有成行，日志不能记在它名下。', ['visitId'])
  }
  return visit
}

/**
 * The visit the service was given on: the planned one completed, a new one entered by hand, or the one that is there
 * already; null for none. A new one is still on its way: the log follows it in the same go, which holds as long as it is
 * one planned statement.
 */
async function visitOf(
  tx: Tx,
  viewer: Viewer,
  log: ServiceLogInput,
  times: LogVisit | null | undefined,
  pairing: OwnPairing,
): Promise<{ readonly id: string; readonly written?: Promise<unknown> } | null> {
  if (log.visitId) {
    const visit = await keptVisit(tx, viewer, log.visitId)
    const isOpen = visit.status === 'PLANNED' || visit.status === 'CHECKED_IN'
    if (times?.complete && isOpen) await completeByHand(tx, viewer, visit, times)
    return visit
  }
  if (!times?.complete) return null
  const at = now()
  const { startTime, endTime } = times
  if (!startTime || !endTime) throw new Refusal('INVALID', '补记驻点须填写到达和离开时间。', ['startTime'])
  if (startTime >= endTime) throw new Refusal('INVALID', '离开应晚于到达。', ['endTime'])
  raise(refuseResting(pairing, log.occurredOn))
  const startsAt = instantOf(log.occurredOn, startTime)
  const attendance = rememberedAttendance({ startsAt, checkedInAt: null, checkInMethod: null, doubts: [] }, times, at)
  const id = newId()
  const when = { plannedOn: log.occurredOn, startTime, endTime }
  const data = { id, ...planned(pairing, when), status: 'COMPLETED' as const, ...attendance }
  return { id, written: tx.visit.create({ data, select: { id: true } }) }
}

/** The two codes of a log are in use where the community lies, or were the log's own before. */
function checkLogCodes(
  tx: Tx,
  place: string,
  log: ServiceLogInput,
  before?: { typeCode: string; topicCode: string },
): Promise<void> {
  const standing = (code: string | undefined) => (code === undefined ? {} : { standing: [code] })
  return checkCodes(tx, place, [
    { kind: 'SERVICE_TYPE', codes: [log.typeCode], field: 'typeCode', ...standing(before?.typeCode) },
    { kind: 'TOPIC', codes: [log.topicCode], field: 'topicCode', ...standing(before?.topicCode) },
  ])
}

/** What keeps a log from being handed in (BR-15), the first of it. */
async function checkProblems(
  tx: Tx,
  viewer: Viewer,
  communityCode: string,
  log: Omit<ServiceLogFacts, 'type'> & { typeCode: string },
): Promise<void> {
  const settings = await settingsFor(viewer, communityCode.slice(0, 6), tx)
  const problem = serviceLogProblems({ ...log, type: log.typeCode }, { today: today(), settings })[0]
  if (problem) throw new Refusal('LOG_INCOMPLETE', `${problem.message}。`, [problem.field])
}

function submitted() {
  return { status: 'SUBMITTED' as const, submittedAt: now(), returnReason: null }
}

function columnsOf(log: ServiceLogInput) {
  const { typeCode, topicCode, persons, items, sessions, copies } = log
  return {
    typeCode,
    topicCode,
    occurredOn: midnightUtc(log.occurredOn),
    persons,
    items,
    sessions,
    copies,
    content: log.content ?? '',
    outcome: log.outcome ?? null,
    remote: log.remote ?? null,
    lateReason: log.lateReason ?? null,
  }
}

/** Hangs these photos, in this order, on the log: those it already has, and the viewer's own fresh uploads. */
async function attach(
  tx: Tx,
  viewer: Viewer,
  logId: string,
  communityCode: string,
  ids: readonly string[],
): Promise<void> {
  const { photosPerLog } = await settingsFor(viewer, communityCode.slice(0, 6), tx)
  if (ids.length > photosPerLog)
    throw new Refusal('TOO_MANY_PHOTOS', `一篇日志最多 ${photosPerLog} 张照片。`, ['photoIds'])
  const before = await tx.serviceLogPhoto.findMany({ where: { serviceLogId: logId } })
  const fresh = ids.filter((id) => !before.some((photo) => photo.fileId === id))
  if (fresh.length > 0) await ownUploads(tx, viewer, fresh)
  const images =
    fresh.length > 0 ? await tx.storedFile.count({ where: { id: { in: fresh }, mime: { startsWith: 'image/' } } }) : 0
  if (images !== new Set(fresh).size) throw new Refusal('WRONG_TYPE', '日志只能附照片。', ['photoIds'])
  const gone = before.filter((photo) => !ids.includes(photo.fileId)).map((photo) => photo.fileId)
  if (gone.length > 0) await tx.serviceLogPhoto.deleteMany({ where: { serviceLogId: logId, fileId: { in: gone } } })
  for (const [position, fileId] of [...new Set(ids)].entries()) {
    await tx.serviceLogPhoto.upsert({
      where: { serviceLogId_fileId: { serviceLogId: logId, fileId } },
      create: { serviceLogId: logId, fileId, position },
      update: { position },
    })
  }
}
