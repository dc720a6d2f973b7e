import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { type SearchHit, searchKinds, searchRecords } from './search.ts'

const SearchKindEnum = builder.enumType('SearchKind', {
  description: '找到的是哪一类：人员、机构、社区、街道、账号',
  values: searchKinds,
})

const SearchHitRef = builder.objectRef<SearchHit>('SearchHit').implement({
  description: '按名称找到的一条记录',
  fields: (t) => ({
    kind: t.expose('kind', { type: SearchKindEnum }),
    key: t.exposeString('id', { description: '不透明的编号；社区、街道为区划代码' }),
    title: t.exposeString('title', { description: '名称' }),
    detail: t.exposeString('detail', { description: '所属，用来区分同名的；可能为空' }),
  }),
})

builder.queryField('search', (t) =>
  t.field({
    type: [SearchHitRef],
    description: '按名称、拼音、拼音首字母、证号找人员、机构、社区、街道、账号；每类至多六条',
    authScopes: { may: 'search:read' },
    args: { text: t.arg.string({ required: true }) },
    resolve: (_root, { text }, context) => searchRecords(viewerOf(context), text),
  }),
)
