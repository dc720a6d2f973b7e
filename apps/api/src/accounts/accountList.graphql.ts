import type { Prisma } from '@sitai/db/client'
import { builder } from '../graphql/builder.ts'
import { viewerOf } from '../graphql/context.ts'
import { db } from '../data/db.ts'
import { paged, searchWords } from '../lists/listQuery.ts'
import type { Viewer } from '../access/viewer.ts'
import { visibleAccounts } from './account.access.ts'
import { AccountRef } from './account.graphql.ts'
import { RoleEnum } from './grant.graphql.ts'
import { suggestUserName, withoutAccount } from './practitionerAccounts.ts'
import { scopeChoices } from './scopes.ts'

/** A practitioner as the admin of accounts sees one: who, by which licence, in which firm; no business data. */
export const AccountlessRef = builder.prismaObject('Practitioner', {
  variant: 'AccountlessPractitioner',
  description: '还没有账号的执业人员',
  fields: (t) => ({
    practitionerId: t.globalID({ resolve: ({ id }) => ({ type: 'Practitioner', id }) }),
    name: t.exposeString('name'),
    licenceNo: t.exposeString('licenceNo'),
    firmName: t.string({
      nullable: true,
      select: { firm: { select: { name: true } } },
      resolve: ({ firm }) => firm?.name,
    }),
  }),
})

const ScopeFirm = builder.objectRef<{ id: string; name: string; divisionCode: string }>('ScopeFirm').implement({
  description: '可以授权管理的机构',
  fields: (t) => ({
    firmId: t.globalID({ resolve: ({ id }) => ({ type: 'Firm', id }) }),
    name: t.exposeString('name'),
    divisionCode: t.exposeString('divisionCode'),
  }),
})
const ScopePlace = builder.objectRef<{ code: string; name: string }>('ScopePlace').implement({
  description: '可以授权的区划',
  fields: (t) => ({ code: t.exposeString('code'), name: t.exposeString('name') }),
})
const ScopeChoices = builder.objectRef<Awaited<ReturnType<typeof scopeChoices>>>('ScopeChoices').implement({
  description: '授权时可选的角色、区划和机构',
  fields: (t) => ({
    roles: t.field({ type: [RoleEnum], resolve: ({ roles }) => [...roles] }),
    places: t.field({ type: [ScopePlace], resolve: ({ places }) => places }),
    firms: t.field({ type: [ScopeFirm], resolve: ({ firms }) => firms }),
  }),
})

builder.queryFields((t) => ({
  account: t.prismaField({
    type: AccountRef,
    nullable: true,
    description: '一个账号',
    authScopes: { may: 'account:read' },
    args: { id: t.arg.globalID({ for: AccountRef, required: true }) },
    resolve: (query, _root, { id }, context) =>
      db.account.findFirst({ ...query, where: { id: id.id, AND: visibleAccounts(viewerOf(context)) } }),
  }),
  practitionersWithoutAccount: t.prismaConnection({
    type: AccountlessRef,
    cursor: 'id',
    description: '还没有账号的执业人员',
    authScopes: { may: 'account:write' },
    args: {
      search: t.arg.string({ description: '姓名、拼音首字母、执业证号' }),
      offset: t.arg.int(),
      firmId: t.arg.globalID(),
    },
    totalCount: (_root, args, context) => db.practitioner.count({ where: listedPeople(viewerOf(context), args) }),
    resolve: (query, _root, args, context) =>
      db.practitioner.findMany({
        ...paged(query, args.offset),
        where: listedPeople(viewerOf(context), args),
        orderBy: [{ firmId: 'asc' }, { pinyin: 'asc' }, { id: 'asc' }],
      }),
  }),
  scopeChoices: t.field({
    type: ScopeChoices,
    description: '授权时可选的角色、区划和机构',
    authScopes: { may: 'account:write' },
    resolve: (_root, _args, context) => scopeChoices(viewerOf(context)),
  }),
  userNameSuggestion: t.string({
    description: '按姓名拟一个没有人用的登录名',
    authScopes: { may: 'account:write' },
    args: { displayName: t.arg.string({ required: true }) },
    resolve: (_root, { displayName }) => suggestUserName(displayName),
  }),
}))

function listedPeople(
  viewer: Viewer,
  { search, firmId }: { search?: string | null | undefined; firmId?: { id: string } | null | undefined },
): Prisma.PractitionerWhereInput {
  return {
    AND: [
      withoutAccount(viewer),
      firmId ? { firmId: firmId.id } : {},
      searchWords(search, (text, plain): Prisma.PractitionerWhereInput[] => [
        { name: { contains: text } },
        { initials: { startsWith: plain } },
        { pinyin: { startsWith: plain } },
        { licenceNo: { startsWith: text } },
      ]) ?? {},
    ],
  }
}
