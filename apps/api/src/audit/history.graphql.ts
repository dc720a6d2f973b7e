import { PothosValidationError } from '@pothos/core'
import { resolveCursorConnection, type ResolveCursorConnectionArgs } from '@pothos/plugin-relay'
import type { AuditEvent } from '@sitai/db/client'
import { RoleEnum } from '../accounts/grant.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { isUuid } from '../graphql/ids.ts'
import type { BureauRecord } from '../records/record.ts'
import { records } from '../records/records.ts'
import type { Viewer } from '../access/viewer.ts'
import { actLabel } from './acts.ts'
import { AuditEventRef } from './audit.graphql.ts'
import { historyOf, type HistoryEntry } from './history.ts'
import { historyId } from './ids.ts'

/** The records with a history, by the name of their kind: the table's. */
const kinds = new Map(
  records.filter(({ mayReadHistory }) => mayReadHistory).map((record) => [record.table.toUpperCase(), record]),
)

const HistoryKindEnum = builder.enumType('HistoryKind', { description: '有变更历史的记录', values: [...kinds.keys()] })

const HistoryEntryRef = builder.objectRef<HistoryEntry>('HistoryEntry').implement({
  description: '变更历史的一条：对这条记录办的一件事，不论改动了几处',
  fields: (t) => ({
    key: t.string({ description: '其最后一行日志的行号', resolve: ({ key }) => String(key) }),
    at: t.field({ type: 'DateTime', resolve: (it) => last(it).at }),
    actorName: t.string({ description: '谁', resolve: (it) => last(it).actorName }),
    role: t.field({
      type: RoleEnum,
      nullable: true,
      description: '以什么角色；系统办的为空',
      resolve: (it) => last(it).role,
    }),
    actLabel: t.string({
      description: '办的事',
      resolve: (it, _args, _context, { schema }) => actLabel(schema, last(it).act),
    }),
    reason: t.string({ nullable: true, description: '理由', resolve: (it) => last(it).reason }),
    events: t.field({
      type: [AuditEventRef],
      description: '改动的各处，先后为序',
      resolve: ({ events }) => [...events],
    }),
  }),
})

/** All lines of an entry are of one act; its last says when it was done. */
function last({ events }: HistoryEntry): AuditEvent {
  const event = events.at(-1)
  if (!event) throw new Error('An entry of the history without a line.')
  return event
}

builder.queryField('history', (t) =>
  t.connection({
    type: HistoryEntryRef,
    nullable: true,
    description: '一条记录的变更历史，新的在前；看不到这条记录时为空',
    authScopes: { may: 'history:read' },
    args: {
      kind: t.arg({ type: HistoryKindEnum, required: true }),
      id: t.arg.string({ required: true, description: '记录的 id；社区、街道用区划代码，参数用其代码' }),
    },
    resolve: async (_root, { kind, id, ...args }, context) => {
      const key = historyId(id)
      const viewer = viewerOf(context)
      const record = await readableRecord(viewer, kind, key)
      const read = async ({ after, before, ...page }: ResolveCursorConnectionArgs) =>
        record
          ? historyOf(record, key, viewer.divisionCode, { ...page, after: keyOf(after), before: keyOf(before) })
          : []
      return resolveCursorConnection({ args, maxSize: 100, toCursor: (entry) => String(entry.key) }, read)
    },
  }),
)

function keyOf(cursor: string | undefined): bigint | undefined {
  if (cursor === undefined) return undefined
  if (!/^\d{1,18}$/u.test(cursor)) throw new PothosValidationError('No cursor of a history.')
  return BigInt(cursor)
}

/** The record of this kind, when the viewer may read the history of the one with this key. */
async function readableRecord(viewer: Viewer, kind: string, key: string): Promise<BureauRecord | null> {
  const record = kinds.get(kind)
  if (!record?.mayReadHistory || (record.key === 'id' && !isUuid(key))) return null
  return (await record.mayReadHistory(viewer, key)) ? record : null
}
