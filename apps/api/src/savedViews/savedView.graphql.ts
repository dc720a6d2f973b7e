import { act, actsOn } from '../acts/act.ts'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { db } from '../data/db.ts'
import { savedViewRecord } from './savedView.record.ts'
import { createSavedView, deleteSavedView, refuseShare, updateSavedView, visibleSavedViews } from './savedView.ts'

const SavedViewRef = builder.prismaNode('SavedView', {
  ...nodeById(savedViewRecord),
  description: '收藏的筛选视图',
  fields: (t) => ({
    page: t.exposeString('page'),
    name: t.exposeString('name'),
    query: t.exposeString('query', { description: '地址栏里的查询串' }),
    shared: t.exposeBoolean('shared', { description: '本局共用' }),
    isOwn: t.boolean({
      description: '自己的，可以改名、删除',
      select: { accountId: true },
      resolve: ({ accountId }, _args, context) => accountId === viewerOf(context).accountId,
    }),
    ownerName: t.string({
      description: '谁的',
      select: { account: { select: { displayName: true } } },
      resolve: ({ account }) => account.displayName,
    }),
  }),
})

const SavedViewsRef = builder.objectRef<{ readonly page: string }>('SavedViews').implement({
  description: '一个页面的视图',
  fields: (t) => ({
    views: t.prismaField({
      type: [SavedViewRef],
      description: '自己的在前，然后是本局共用的',
      resolve: (query, { page }, _args, context) =>
        db.savedView.findMany({
          ...query,
          where: { page, AND: visibleSavedViews(viewerOf(context)) },
          orderBy: [{ shared: 'asc' }, { name: 'asc' }, { id: 'asc' }],
          take: 200,
        }),
    }),
    shareRefusal: t.string({
      nullable: true,
      description: '不能共享的原因；空为可以',
      resolve: (_page, _args, context) => refuseShare(viewerOf(context))?.message,
    }),
  }),
})

builder.queryField('savedViews', (t) =>
  t.field({
    type: SavedViewsRef,
    description: '一个页面收藏的视图',
    authScopes: { may: 'savedView:write' },
    args: { page: t.arg.string({ required: true, description: '页面标识，如 practitioners' }) },
    resolve: (_root, { page }) => ({ page }),
  }),
)

const DeletedSavedView = builder.objectRef<{ readonly id: string }>('DeletedSavedView').implement({
  description: '已删除的视图',
  fields: (t) => ({ viewId: t.globalID({ resolve: ({ id }) => ({ type: 'SavedView', id }) }) }),
})

const actOnView = actsOn(SavedViewRef, (query, id) => db.savedView.findFirstOrThrow({ ...query, where: { id } }))

actOnView('createSavedView', {
  description: '保存视图',
  may: 'savedView:write',
  input: (t) => ({
    page: t.string({ required: true }),
    name: t.string({ required: true }),
    query: t.string({ required: true, description: '地址栏里的查询串' }),
    shared: t.boolean({ required: true, description: '本局共用' }),
  }),
  run: createSavedView,
})

actOnView('updateSavedView', {
  description: '修改视图',
  may: 'savedView:write',
  input: (t) => ({
    viewId: t.globalID({ for: [SavedViewRef], required: true }),
    name: t.string(),
    query: t.string(),
    shared: t.boolean(),
  }),
  run: updateSavedView,
})

act('deleteSavedView', {
  type: DeletedSavedView,
  description: '删除视图',
  may: 'savedView:write',
  input: (t) => ({ viewId: t.globalID({ for: [SavedViewRef], required: true }) }),
  run: async (viewer, { viewId }) => ({ id: await deleteSavedView(viewer, viewId) }),
})
