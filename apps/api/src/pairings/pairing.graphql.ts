import { PairingStatus, Seat, TermGrade, Prisma } from '@sitai/db/client'
import { labelOf, seats, termGrades } from '@sitai/rules/dictionaries'
import { pairingMachine } from '@sitai/rules/machines'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { batched } from '../graphql/batched.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { db } from '../data/db.ts'
import type { Viewer } from '../access/viewer.ts'
import { settingsOnce } from '../settings/settings.ts'
import { pairingRecord } from './pairing.record.ts'
import { usedBy, usesOf } from './batch.ts'
import { labelFor } from '../dictionaries/inPlace.ts'
import { pairingRefusals, refuseUndo, visiblePairings } from './pairing.access.ts'
import { daysLeft, lastDay } from './term.ts'

export const PairingStatusEnum = builder.enumType(PairingStatus, { name: 'PairingStatus', description: '结对的状态' })
export const SeatEnum = builder.enumType(Seat, { name: 'Seat', description: '席位' })
export const TermGradeEnum = builder.enumType(TermGrade, { name: 'TermGrade', description: '聘期考核等次' })

const PauseRef = builder.prismaObject('PairingPause', {
  description: '暂停的时段',
  fields: (t) => ({
    validFrom: t.expose('validFrom', { type: 'Date', description: '暂停首日' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true, description: '恢复日；空为尚未恢复' }),
    reason: t.exposeString('reason'),
  }),
})

/** What the refusals of the acts are judged by. */
const judged = {
  status: true,
  seat: true,
  termFrom: true,
  termTo: true,
  endsOn: true,
  endGround: true,
  grade: true,
  createdAt: true,
  batchId: true,
  successor: { select: { status: true } },
} as const

/** For how many hours a new pairing may be taken back, by district. */
const undoHours = batched(async (districts, context) => {
  const settings = settingsOnce(viewerOf(context))
  return new Map(await Promise.all(districts.map(async (it) => [it, (await settings(it)).pairingUndoHours] as const)))
})

export const PairingRef = builder.prismaNode('Pairing', {
  ...nodeById(pairingRecord),
  fields: (t) => ({
    community: t.relation('community'),
    practitioner: t.relation('practitioner'),
    firmAtStart: t.relation('firmAtStart', { description: '结对时所在机构' }),
    seat: t.expose('seat', { type: SeatEnum }),
    seatLabel: t.string({ select: { seat: true }, resolve: ({ seat }) => labelOf(seats, seat) }),
    status: t.expose('status', { type: PairingStatusEnum }),
    statusLabel: t.string({ select: { status: true }, resolve: ({ status }) => pairingMachine.labels[status] }),
    termFrom: t.expose('termFrom', { type: 'Date', description: '聘期首日' }),
    termTo: t.expose('termTo', { type: 'Date', description: '约定聘期之后的第一天' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: '不再担任的第一天；解聘的早于约定' }),
    lastDay: t.field({
      type: 'Date',
      description: '实际聘期的末日',
      select: { termFrom: true, endsOn: true },
      resolve: lastDay,
    }),
    daysLeft: t.int({
      nullable: true,
      description: '在任的，距届满还有几天',
      select: { status: true, endsOn: true },
      resolve: daysLeft,
    }),
    visitsPerMonth: t.exposeInt('visitsPerMonth'),
    note: t.exposeString('note', { nullable: true }),
    approval: t.exposeString('approval', { nullable: true }),
    grade: t.expose('grade', { type: TermGradeEnum, nullable: true }),
    gradeLabel: t.string({
      nullable: true,
      select: { grade: true },
      resolve: ({ grade }) => (grade ? labelOf(termGrades, grade) : null),
    }),
    endGround: t.exposeString('endGround', { nullable: true }),
    endGroundLabel: t.string({
      nullable: true,
      description: '解聘事由',
      select: { endGround: true, communityCode: true },
      resolve: ({ endGround, communityCode }, _args, context) =>
        endGround ? labelFor(context, 'TERMINATION_GROUND', communityCode, endGround) : null,
    }),
    endNote: t.exposeString('endNote', { nullable: true }),
    batchId: t.exposeString('batchId', { nullable: true }),
    batchSize: t.int({
      description: '同批结对的个数；不是批量办理的为 0',
      select: { batchId: true },
      resolve: ({ batchId }, _args, context) =>
        batchId ? db.pairing.count({ where: { batchId, AND: visiblePairings(viewerOf(context)) } }) : 0,
    }),
    predecessor: t.relation('predecessor', { nullable: true }),
    successor: t.relation('successor', { nullable: true }),
    terms: t.prismaField({
      type: ['Pairing'],
      description: '同一顾问续聘的各期，最早的在前，含本期',
      select: { id: true },
      resolve: async (query, { id }) =>
        db.pairing.findMany({ ...query, where: { id: { in: await chainOf(id) } }, orderBy: { termFrom: 'asc' } }),
    }),
    pauses: t.relation('pauses', { query: { orderBy: { validFrom: 'desc' } } }),
    version: t.exposeInt('version'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    refusals: t.field({
      ...refusalsField,
      select: { ...judged, communityCode: true, _count: { select: usedBy } },
      resolve: async (pairing, _args, context) => {
        const hours = (await undoHours(context, pairing.communityCode.slice(0, 6))) ?? 0
        const undoPairings = (viewer: Viewer) => refuseUndo(viewer, pairing, usesOf(pairing), hours)
        return refusedActs(viewerOf(context), { ...pairingRefusals, undoPairings }, pairing)
      },
    }),
  }),
})
void PauseRef

/** The ids of a pairing's renewals before and after it, its own among them. */
async function chainOf(id: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH RECURSIVE back AS (
      SELECT id, predecessor_id FROM pairing WHERE id = ${id}::uuid
      UNION SELECT p.id, p.predecessor_id FROM pairing p JOIN back b ON p.id = b.predecessor_id
    ), forth AS (
      SELECT id FROM pairing WHERE id = ${id}::uuid
      UNION SELECT p.id FROM pairing p JOIN forth f ON p.predecessor_id = f.id
    )
    SELECT id FROM back UNION SELECT id FROM forth`)
  return rows.map((row) => row.id)
}

builder.queryField('pairing', (t) =>
  t.prismaField({
    type: PairingRef,
    nullable: true,
    description: '一个结对',
    authScopes: { may: 'pairing:read' },
    args: { id: t.arg.globalID({ for: PairingRef, required: true }) },
    resolve: (query, _root, { id }, context) =>
      db.pairing.findFirst({ ...query, where: { id: id.id, AND: visiblePairings(viewerOf(context)) } }),
  }),
)
