import type { Prisma } from '@sitai/db/client'
import { accountStateLabel, accountStates, grantLabel, roles } from '@sitai/rules/account'
import { labelOf } from '@sitai/rules/dictionaries'
import { db } from '../data/db.ts'
import { addList } from '../lists/list.ts'
import { nameIn } from '../lists/words.ts'
import { firmRecord } from '../firms/firm.record.ts'
import { inForce } from '../session/viewer.ts'
import { now } from '../time/clock.ts'
import { instantWords } from '../time/dates.ts'
import { presentGrants } from './account.access.ts'
import { AccountRef, AccountState } from './account.graphql.ts'
import { accountRecord } from './account.record.ts'
import { RoleEnum } from './grant.graphql.ts'

addList({
  name: 'accounts',
  type: AccountRef,
  record: { ...accountRecord, act: 'account:read' },
  from: db.account,
  description: '账号一览',
  filters: (t, by) => ({
    role: by(t.field({ type: [RoleEnum] }), {
      label: '角色',
      where: (role) => ({ grants: { some: { role: { in: role }, ...inForce(now()) } } }),
      word: (role) => labelOf(roles, role),
    }),
    state: by(t.field({ type: AccountState }), {
      label: '状况',
      where: (state) => inState(now())[state],
      word: (state) => labelOf(accountStates, state),
    }),
    firmId: by(t.globalID({ description: '律所管理员所管、或执业人员所在的机构' }), {
      label: '机构',
      where: ({ id: firmId }) => ({
        OR: [{ grants: { some: { firmId, ...inForce(now()) } } }, { practitioner: { firmId } }],
      }),
      word: nameIn(firmRecord),
    }),
  }),
  search: {
    description: '姓名、拼音首字母、登录名',
    match: (text, plain) => [
      { displayName: { contains: text } },
      { userName: { startsWith: plain } },
      { initials: { startsWith: plain } },
      { pinyin: { startsWith: plain } },
    ],
  },
  orders: {
    NAME: (direction) => ({ pinyin: direction }),
    USER_NAME: (direction) => ({ userName: direction }),
    CREATED_AT: (direction) => ({ createdAt: direction }),
  },
  order: ['NAME', 'asc'],
  ties: [{ userName: 'asc' }, { id: 'asc' }],
  // Who signs in, as what; nothing of passwords.
  sheet: {
    title: '账号一览',
    rows: async (ids: string[]) => {
      const accounts = await db.account.findMany({
        where: { id: { in: ids } },
        include: {
          practitioner: { select: { firm: { select: { name: true } } } },
          grants: { ...presentGrants(), include: { firm: { select: { name: true } } } },
          sessions: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
        },
      })
      const codes = accounts.flatMap(({ grants }) => grants.map(({ divisionCode }) => divisionCode))
      const divisions = await db.division.findMany({
        where: { code: { in: codes } },
        select: { code: true, name: true },
      })
      const places = new Map(divisions.map(({ code, name }) => [code, name]))
      return accounts.map((account) => ({
        ...account,
        isLocked: account.lockedUntil !== null && account.lockedUntil > now(),
        grantLabels: account.grants.map(({ role, divisionCode, firm }) =>
          grantLabel({
            roleLabel: labelOf(roles, role),
            placeName: places.get(divisionCode) ?? divisionCode,
            firmName: firm?.name,
          }),
        ),
      }))
    },
    columns: {
      NAME: { header: '姓名', width: 14, value: ({ displayName }) => displayName },
      USER_NAME: { header: '登录名', width: 20, value: ({ userName }) => userName },
      grants: { header: '授权', width: 50, value: (account) => account.grantLabels.join('；') || '没有有效授权' },
      firm: { header: '执业机构', width: 30, value: ({ practitioner }) => practitioner?.firm?.name },
      state: { header: '状态', width: 22, value: (account) => accountStateLabel(account) },
      lastSignInAt: {
        header: '最近登录',
        width: 18,
        value: ({ sessions: [last] }) => instantWords(last?.createdAt) || '从未登录',
      },
      CREATED_AT: { header: '开通时间', width: 18, value: ({ createdAt }) => instantWords(createdAt) },
    },
  },
})

function inState(at: Date) {
  return {
    ACTIVE: { status: 'ACTIVE' },
    DISABLED: { status: 'DISABLED' },
    LOCKED: { lockedUntil: { gt: at } },
    INITIAL_PASSWORD: { mustChangePassword: true },
    NO_GRANT: { grants: { none: inForce(at) } },
  } as const satisfies Record<string, Prisma.AccountWhereInput>
}
