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

const CreateSavedViewInput = builder.inputType('CreateSavedViewInput', {
  fields: (t) => ({
    page: t.string({ required: true }),
    name: t.string({ required: true }),
    query: t.string({ required: true, description: '地址栏里的查询串' }),
    shared: t.boolean({ required: true, description: '本局共用' }),
  }),
})
const UpdateSavedViewInput = builder.inputType('UpdateSavedViewInput', {
  fields: (t) => ({
    viewId: t.globalID({ for: [SavedViewRef], required: true }),
    name: t.string(),
    query: t.string(),
    shared: t.boolean(),
  }),
})
const DeleteSavedViewInput = builder.inputType('DeleteSavedViewInput', {
  fields: (t) => ({ viewId: t.globalID({ for: [SavedViewRef], required: true }) }),
})

const DeletedSavedView = builder.objectRef<{ readonly id: string }>('DeletedSavedView').implement({
  description: '已删除的视图',
  fields: (t) => ({ viewId: t.globalID({ resolve: ({ id }) => ({ type: 'SavedView', id }) }) }),
})

builder.mutationFields((t) => ({
  createSavedView: t.prismaField({
    type: SavedViewRef,
    description: '保存视图',
    authScopes: { may: 'savedView:write' },
    errors: {},
    args: { input: t.arg({ type: CreateSavedViewInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await createSavedView(viewerOf(context), input)
      return db.savedView.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  updateSavedView: t.prismaField({
    type: SavedViewRef,
    description: '修改视图',
    authScopes: { may: 'savedView:write' },
    errors: {},
    args: { input: t.arg({ type: UpdateSavedViewInput, required: true }) },
    resolve: async (query, _root, { input }, context) => {
      const id = await updateSavedView(viewerOf(context), { ...input, viewId: input.viewId.id })
      return db.savedView.findFirstOrThrow({ ...query, where: { id } })
    },
  }),
  deleteSavedView: t.field({
    type: DeletedSavedView,
    description: '删除视图',
    authScopes: { may: 'savedView:write' },
    errors: {},
    args: { input: t.arg({ type: DeleteSavedViewInput, required: true }) },
    resolve: async (_root, { input }, context) => ({ id: await deleteSavedView(viewerOf(context), input.viewId.id) }),
  }),
}))
