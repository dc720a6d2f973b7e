import type { Prisma } from '@sitai/db/client'
import { today } from '../time/clock.ts'
import { dayOf } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { notFound, Refusal } from '../acts/refusal.ts'
import { settingsOf, settingsOnce } from '../settings/settings.ts'
import type { Viewer } from '../access/viewer.ts'
import { write, type Tx } from '../acts/write.ts'
import { refusalOf, requestOf } from './candidates.ts'
import { communityFacts, personFacts } from './candidateFacts.ts'
import { judgeCandidate, type PairingFact } from '@sitai/rules/candidate'
import { checkLeadFree } from './holder.ts'
import { refuseUndo, visiblePairings } from './pairing.access.ts'
import { checkedPairing, insertPairing, judgedBy, type NewPairing, type PairingFields, seated } from './pairing.ts'

/** One community and who is to lead it. */
export interface BatchLine {
  readonly communityCode: string
  readonly practitionerId: string
  readonly note?: string | null | undefined
  readonly approval?: string | null | undefined
}

/** Lines of one term and commitment, sent once under a key of the sender's (a UUID): sent again, they answer the same. */
export interface Batch {
  readonly idempotencyKey: string
  readonly lines: readonly BatchLine[]
  readonly termFrom: Date
  readonly termTo: Date
  readonly visitsPerMonth: number
}

const most = 100

/**
 * Pairs communities with leads, all or none, in force at once (or confirmed, for a term to come). A refusal names the
 * community it speaks of. Answers the batch, which `undoPairings` takes back.
 */
export async function pairCommunities(viewer: Viewer, batch: Batch): Promise<string> {
  const batchId = checkedKey(batch.idempotencyKey)
  if (batch.lines.length === 0) throw new Refusal('INVALID', '请至少选择一个社区。', ['lines'])
  if (batch.lines.length > most) throw new Refusal('INVALID', `一次最多办理${most}个社区。`, ['lines'])
  if (new Set(batch.lines.map((line) => line.communityCode)).size < batch.lines.length) {
    throw new Refusal('INVALID', '同一个社区只能选一次。', ['lines'])
  }
  await turnAwayEarly(viewer, batchId, batch)
  if (await sentBefore(viewer, batchId, batch)) return batchId
  try {
    await pairAll(viewer, batchId, batch)
  } catch (error) {
    // The same batch sent twice at once: the other one was faster, and no rival.
    if (!(error instanceof Refusal) || !(await sentBefore(viewer, batchId, batch))) throw error
  }
  return batchId
}

async function pairAll(viewer: Viewer, batchId: string, batch: Batch): Promise<void> {
  const pairings: NewPairing[] = []
  const settings = settingsOnce(viewer)
  for (const line of batch.lines) pairings.push(await checkedPairing(fieldsOf(batch, line), settings))
  // In the order of their codes, so that two batches never wait for each other in a circle.
  pairings.sort((a, b) => (a.communityCode < b.communityCode ? -1 : 1))
  const [first] = pairings
  if (pairings.length === 1 && first) {
    await seated(viewer, 'pairCommunity', first, birthOf(first, batchId), settings)
    return
  }
  await checkLines(viewer, pairings)
  await write(
    viewer,
    'pairCommunities',
    async (tx) => {
      for (const pairing of pairings) await insertNamed(tx, pairing, batchId)
    },
    { timeout: 60_000 },
  )
}

/** One statement for whoever comes after the lead was given: the many of a rush cost little. */
async function turnAwayEarly(viewer: Viewer, batchId: string, { lines, termFrom, termTo }: Batch): Promise<void> {
  const [line] = lines
  // Of a foreign community nobody learns who leads it.
  if (lines.length > 1 || termTo <= termFrom || !line?.communityCode.startsWith(viewer.divisionCode)) return
  await checkLeadFree(line.communityCode, { from: dayOf(termFrom), to: dayOf(termTo) }, { batchId })
}

function fieldsOf({ termFrom, termTo, visitsPerMonth }: Batch, line: BatchLine): PairingFields {
  return { ...line, seat: 'LEAD', termFrom, termTo, visitsPerMonth }
}

function birthOf({ term }: NewPairing, batchId: string) {
  return { status: term.from <= today() ? 'ACTIVE' : 'CONFIRMED', batchId } as const
}

async function insertNamed(tx: Tx, pairing: NewPairing, batchId: string): Promise<void> {
  await insertPairing(tx, pairing, birthOf(pairing, batchId))
}

/** Judges every line as if the lines before it stood already; the refusal lists each community that cannot be paired. */
async function checkLines(viewer: Viewer, pairings: readonly NewPairing[]): Promise<void> {
  const communities = await communityFacts(
    viewer,
    pairings.map((it) => it.communityCode),
  )
  const people = await personFacts(viewer, [...new Set(pairings.map((it) => it.practitionerId))])
  const settings = await settingsOf(viewer.divisionCode)
  const added: PairingFact[] = []
  const problems: string[] = []
  for (const { communityCode, practitionerId, term, approval } of pairings) {
    const community = communities.find((it) => it.code === communityCode)
    const person = people.find((it) => it.id === practitionerId)
    if (!community) throw notFound('个社区')
    if (!person) throw notFound('名执业人员')
    const own = added.filter((it) => it.practitionerId === practitionerId)
    const asked = requestOf(viewer, settings, { seat: 'LEAD', term })
    const refusal = refusalOf(
      judgeCandidate(community, { ...person, pairings: [...person.pairings, ...own] }, asked),
      approval,
    )
    if (refusal) problems.push(`${community.name}（${person.name}）：${refusal.message}`)
    added.push({ practitionerId, communityCode, seat: 'LEAD', status: 'CONFIRMED', term, grade: null, endGround: null })
  }
  if (problems.length > 0) {
    throw new Refusal(
      'LINES_REFUSED',
      `${problems.length}个社区不能结对，整批未办理。${problems.slice(0, 5).join('')}`,
      ['lines'],
    )
  }
}

function checkedKey(key: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) return key.toLowerCase()
  throw new Refusal('INVALID', '幂等键应为 UUID。', ['idempotencyKey'])
}

/** Whether this batch was done already; the same key with anything else is a mistake of the sender's. */
async function sentBefore(viewer: Viewer, batchId: string, batch: Batch): Promise<boolean> {
  const { lines, termFrom, termTo, visitsPerMonth } = batch
  const stored = await db.pairing.findMany({
    where: { batchId, AND: visiblePairings(viewer) },
    select: { communityCode: true, practitionerId: true, termFrom: true, termTo: true, visitsPerMonth: true },
  })
  if (stored.length === 0) return false
  const same =
    stored.length === lines.length &&
    stored.every(
      (it) =>
        dayOf(it.termFrom) === dayOf(termFrom) &&
        dayOf(it.termTo) === dayOf(termTo) &&
        it.visitsPerMonth === visitsPerMonth &&
        lines.some((line) => it.communityCode === line.communityCode && it.practitionerId === line.practitionerId),
    )
  if (!same) throw new Refusal('IDEMPOTENCY_KEY_REUSED', '这个幂等键已用于另一批结对。', ['idempotencyKey'])
  return true
}

/** What is taken back: a whole batch, or one pairing of it. */
export interface UndoTarget {
  readonly batchId?: string | null | undefined
  readonly id?: string | null | undefined
}

/**
 * Takes new pairings back as if they had never been, all or none: within the bureau's hours and only while nothing
 * hangs on them. What they were stays in the operation log. Answers how many.
 */
export function undoPairings(viewer: Viewer, { batchId, id }: UndoTarget): Promise<number> {
  const target: Prisma.PairingWhereInput | null = id ? { id } : batchId ? { batchId: checkedKey(batchId) } : null
  if (!target) throw new Refusal('INVALID', '请指明要撤销的结对或批次。')
  return write(viewer, 'undoPairings', async (tx) => {
    const where = { AND: [target, visiblePairings(viewer)] }
    const found = await tx.pairing.findMany({ where, select: { id: true } })
    if (found.length === 0) throw notFound(id ? '个结对' : '批结对')
    const ids = found.map((it) => it.id)
    await tx.$queryRaw`SELECT id FROM pairing WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`
    const pairings = await tx.pairing.findMany({
      where: { id: { in: ids } },
      include: { ...judgedBy, community: { select: { name: true } }, _count: { select: usedBy } },
    })
    const settings = settingsOnce(viewer)
    for (const pairing of pairings) {
      const { pairingUndoHours } = await settings(pairing.communityCode.slice(0, 6))
      const refusal = refuseUndo(viewer, pairing, usesOf(pairing), pairingUndoHours)
      if (refusal) throw new Refusal(refusal.code, `${pairing.community.name}：${refusal.message}`)
    }
    const { count } = await tx.pairing.deleteMany({ where: { id: { in: ids } } })
    return count
  })
}

/** What may hang on a pairing. */
export const usedBy = { visits: true, serviceLogs: true, pauses: true } as const

/** How much hangs on a pairing. */
export function usesOf(pairing: {
  readonly _count: Readonly<Record<keyof typeof usedBy, number>>
  readonly successor: object | null
}): number {
  const { visits, serviceLogs, pauses } = pairing._count
  return visits + serviceLogs + pauses + (pairing.successor ? 1 : 0)
}
