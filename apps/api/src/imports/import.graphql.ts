import { actsOn } from '../acts/act.ts'
import { ImportKind, ImportMode, ImportRowOutcome, ImportStatus } from '@sitai/db/client'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { db } from '../data/db.ts'
import { paged } from '../lists/listQuery.ts'
import { importRecord } from './import.record.ts'
import { commitImport } from './commit.ts'
import { importRefusals, visibleImports } from './import.access.ts'
import { ImportRowRef } from './importRow.graphql.ts'
import { undoImport, undoObstacles, type Obstacle } from './undo.ts'

const ImportKindEnum = builder.enumType(ImportKind, { name: 'ImportKind', description: '导入什么' })
const ImportStatusEnum = builder.enumType(ImportStatus, { name: 'ImportStatus', description: '导入进行到哪一步' })
const ImportModeEnum = builder.enumType(ImportMode, { name: 'ImportMode', description: '有错的行怎么办' })
const OutcomeEnum = builder.enumType(ImportRowOutcome, { name: 'ImportRowOutcome', description: '一行导入后的结果' })

const ObstacleRef = builder.objectRef<Obstacle>('UndoObstacle').implement({
  description: '不能撤销的一行',
  fields: (t) => ({ rowNo: t.exposeInt('rowNo'), reason: t.exposeString('reason') }),
})

export const ImportBatchRef = builder.prismaNode('ImportBatch', {
  ...nodeById(importRecord),
  description: '一次 Excel 导入',
  fields: (t) => ({
    kind: t.expose('kind', { type: ImportKindEnum }),
    status: t.expose('status', { type: ImportStatusEnum }),
    mode: t.expose('mode', { type: ImportModeEnum, nullable: true }),
    fileName: t.exposeString('fileName'),
    uploadedBy: t.string({
      description: '上传的人',
      select: { account: { select: { displayName: true } } },
      resolve: ({ account }) => account.displayName,
    }),
    totalRows: t.exposeInt('totalRows'),
    newRows: t.exposeInt('newRows', { description: '新增的行数' }),
    changedRows: t.exposeInt('changedRows', { description: '更新的行数' }),
    sameRows: t.exposeInt('sameRows', { description: '与登记一致的行数' }),
    badRows: t.exposeInt('badRows', { description: '有错的行数' }),
    doneRows: t.exposeInt('doneRows', { description: '已办到第几行' }),
    ignoredColumns: t.exposeStringList('ignoredColumns', { description: '没有导入的列' }),
    verified: t.exposeBoolean('verified', { description: '新增人员直接登记为执业' }),
    problem: t.exposeString('problem', { nullable: true, description: '没有办成的原因' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    committedAt: t.expose('committedAt', { type: 'DateTime', nullable: true }),
    undoneAt: t.expose('undoneAt', { type: 'DateTime', nullable: true }),
    isPurged: t.boolean({
      description: '各行的内容已按保存期限清除',
      select: { purgedAt: true },
      resolve: ({ purgedAt }) => purgedAt !== null,
    }),
    filesUrl: t.string({
      description: '下载标出错误的工作簿',
      select: { id: true },
      resolve: ({ id }) => `/api/imports/${id}/marked.xlsx`,
    }),
    refusals: t.field({
      ...refusalsField,
      select: { status: true, newRows: true, changedRows: true, purgedAt: true },
      resolve: (batch, _args, context) => refusedActs(viewerOf(context), importRefusals, batch),
    }),
    undoObstacles: t.field({
      type: [ObstacleRef],
      description: '妨碍撤销的行，至多一百行',
      select: { id: true, kind: true, requestId: true, status: true },
      resolve: async (batch) => (batch.status === 'COMMITTED' ? (await undoObstacles(batch)).slice(0, 100) : []),
    }),
    rows: t.relatedConnection('rows', {
      cursor: 'batchId_rowNo',
      description: '各行，按行号',
      args: { outcome: t.arg({ type: OutcomeEnum }), offset: t.arg.int({ description: '跳过的条数' }) },
      totalCount: true,
      query: ({ outcome, offset }) => ({
        where: outcome ? { outcome } : {},
        orderBy: { rowNo: 'asc' },
        ...(offset ? { skip: paged({}, offset).skip } : {}),
      }),
    }),
  }),
})

builder.prismaObjectField(ImportRowRef, 'outcome', (t) => t.expose('outcome', { type: OutcomeEnum }))

builder.queryFields((t) => ({
  importBatches: t.prismaConnection({
    type: ImportBatchRef,
    cursor: 'id',
    description: '历次导入，新的在前',
    authScopes: { may: 'import:write' },
    args: { offset: t.arg.int({ description: '跳过的条数' }) },
    totalCount: (_root, _args, context) => db.importBatch.count({ where: visibleImports(viewerOf(context)) }),
    resolve: (query, _root, { offset }, context) =>
      db.importBatch.findMany({
        ...paged(query, offset),
        where: visibleImports(viewerOf(context)),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
  }),
  importBatch: t.prismaField({
    type: ImportBatchRef,
    nullable: true,
    description: '一次导入',
    authScopes: { may: 'import:write' },
    args: { id: t.arg.globalID({ for: ImportBatchRef, required: true }) },
    resolve: (query, _root, { id }, context) =>
      db.importBatch.findFirst({ ...query, where: { id: id.id, AND: visibleImports(viewerOf(context)) } }),
  }),
}))

const act = actsOn(ImportBatchRef, (query, id) => db.importBatch.findFirstOrThrow({ ...query, where: { id } }))

act('commitImport', {
  description: '提交一次检查过的导入；写入在后台进行，要么全部写入，要么一行不写',
  may: 'import:write',
  input: (t) => ({
    id: t.globalID({ for: ImportBatchRef, required: true }),
    mode: t.field({ type: ImportModeEnum, required: true }),
    verified: t.boolean({
      description: '新增人员的证件已核验，直接登记为执业；否则为待核验',
      defaultValue: true,
      required: true,
    }),
  }),
  run: (viewer, { id, ...how }) => commitImport(viewer, id, how),
})

act('undoImport', {
  description: '整批撤销一次导入；有一行不能撤销，就一行也不撤销',
  may: 'import:write',
  input: (t) => ({ id: t.globalID({ for: ImportBatchRef, required: true }) }),
  run: (viewer, { id }) => undoImport(viewer, id),
})
