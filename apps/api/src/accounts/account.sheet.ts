import { accountStateLabel, accountStates, grantLabel, roles } from '@sitai/rules/account'
import { labelOf } from '@sitai/rules/dictionaries'
import { now } from '../time/clock.ts'
import { instantWords } from '../time/dates.ts'
import { db } from '../data/db.ts'
import { listSheet } from '../sheets/listSheet.ts'
import { type AccountListArgs, accountOrder, listedAccounts, presentGrants } from './account.list.ts'

type Args = AccountListArgs & { readonly orderBy?: Parameters<typeof accountOrder>[0] }

/** The accounts as an Excel file: who signs in, as what; nothing of passwords. */
export const accountListSheet = listSheet<Args>({
  list: 'accounts',
  title: '账号一览',
  act: 'account:read',
  entity: 'account',
  columns: {
    NAME: { header: '姓名', width: 14 },
    USER_NAME: { header: '登录名', width: 20 },
    grants: { header: '授权', width: 50 },
    firm: { header: '执业机构', width: 30 },
    state: { header: '状态', width: 22 },
    lastSignInAt: { header: '最近登录', width: 18 },
    CREATED_AT: { header: '开通时间', width: 18 },
  },
  names: { role: (code) => labelOf(roles, code), state: (code) => labelOf(accountStates, code) },
  ids: async (viewer, args, take) => {
    const accounts = await db.account.findMany({
      where: listedAccounts(viewer, args),
      orderBy: accountOrder(args.orderBy),
      take,
      select: { id: true },
    })
    return accounts.map(({ id }) => id)
  },
  rows: async (_viewer, ids) => {
    const accounts = await db.account.findMany({
      where: { id: { in: [...ids] } },
      include: {
        practitioner: { select: { firm: { select: { name: true } } } },
        grants: { ...presentGrants(), include: { firm: { select: { name: true } } } },
        sessions: { select: { createdAt: true }, orderBy: { createdAt: 'desc' }, take: 1 },
      },
    })
    const codes = accounts.flatMap(({ grants }) => grants.map(({ divisionCode }) => divisionCode))
    const divisions = await db.division.findMany({ where: { code: { in: codes } }, select: { code: true, name: true } })
    const places = new Map(divisions.map(({ code, name }) => [code, name]))
    return new Map(
      accounts.map((account) => [
        account.id,
        {
          NAME: account.displayName,
          USER_NAME: account.userName,
          grants:
            account.grants
              .map(({ role, divisionCode, firm }) =>
                grantLabel({
                  roleLabel: labelOf(roles, role),
                  placeName: places.get(divisionCode) ?? divisionCode,
                  firmName: firm?.name,
                }),
              )
              .join('；') || '没有有效授权',
          firm: account.practitioner?.firm?.name ?? '',
          state: accountStateLabel({
            ...account,
            isLocked: account.lockedUntil !== null && account.lockedUntil > now(),
          }),
          lastSignInAt: instantWords(account.sessions[0]?.createdAt) || '从未登录',
          CREATED_AT: instantWords(account.createdAt),
        },
      ]),
    )
  },
})
