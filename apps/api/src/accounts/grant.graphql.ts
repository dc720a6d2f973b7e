import { roles } from '@sitai/rules/account'
import { labelOf } from '@sitai/rules/dictionaries'
import { refusalsField } from '../acts/refusals.graphql.ts'
import { refusedActs } from '../acts/refusals.ts'
import { builder } from '../graphql/builder.ts'
import { now } from '../time/clock.ts'
import { viewerOf } from '../graphql/context.ts'
import { nodeById } from '../graphql/node.ts'
import { db } from '../data/db.ts'
import { globalId } from '../graphql/ids.ts'
import { accountRecord } from './account.record.ts'
import { visibleGrants } from './account.access.ts'
import { grantRefusals, withGrants } from './account.rules.ts'

export const RoleEnum = builder.enumType('Role', {
  description: '角色',
  values: {
    SYS_ADMIN: { description: '系统管理员（不看业务数据）' },
    BUREAU_ADMIN: { description: '局管理员' },
    LEADER: { description: '领导' },
    FIRM_ADMIN: { description: '律所管理员' },
    LAWYER: { description: '律师、法律服务工作者' },
  },
})

export const GrantRef = builder.prismaNode('Grant', {
  ...nodeById({ ...accountRecord, visible: visibleGrants }),
  description: '授权：以什么角色、在哪个范围内办事',
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum }),
    roleLabel: t.string({ description: '角色名', select: { role: true }, resolve: ({ role }) => labelOf(roles, role) }),
    divisionCode: t.exposeString('divisionCode'),
    placeName: t.string({
      description: '区划名',
      select: { divisionCode: true },
      resolve: async ({ divisionCode }) =>
        (await db.division.findUnique({ where: { code: divisionCode } }))?.name ?? divisionCode,
    }),
    firmName: t.string({
      nullable: true,
      description: '所管机构',
      select: { firm: { select: { name: true } } },
      resolve: ({ firm }) => firm?.name,
    }),
    validFrom: t.expose('validFrom', { type: 'DateTime' }),
    validTo: t.expose('validTo', { type: 'DateTime', nullable: true }),
    isInForce: t.boolean({
      description: '现在有效',
      select: { validFrom: true, validTo: true },
      resolve: ({ validFrom, validTo }) => validFrom <= now() && (validTo === null || validTo > now()),
    }),
    refusals: t.field({
      ...refusalsField,
      select: {
        id: true,
        role: true,
        divisionCode: true,
        firmId: true,
        validFrom: true,
        validTo: true,
        account: { include: withGrants },
      },
      resolve: (grant, _args, context) => refusedActs(viewerOf(context), grantRefusals, grant),
    }),
    firmId: t.id({
      nullable: true,
      description: '所管机构',
      select: { firmId: true },
      resolve: ({ firmId }) => (firmId ? globalId('Firm', firmId) : null),
    }),
    version: t.exposeInt('version'),
  }),
})
