import { builder } from '../builder.ts'
import { viewerOf } from '../context.ts'
import { db } from '../db.ts'
import { visibleGrants } from './account.access.ts'

const roleLabels = {
  SYS_ADMIN: '系统管理员',
  BUREAU_ADMIN: '局管理员',
  LEADER: '领导',
  FIRM_ADMIN: '律所管理员',
  LAWYER: '律师（法律服务工作者）',
} as const

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
  id: { field: 'id' },
  findUnique: (id, context) => ({ id, AND: visibleGrants(viewerOf(context)) }),
  description: '授权：以什么角色、在哪个范围内办事',
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum }),
    roleLabel: t.string({ description: '角色名', select: { role: true }, resolve: ({ role }) => roleLabels[role] }),
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
    version: t.exposeInt('version'),
  }),
})
