import { may } from '../access/acts.ts'
import { within } from '../access/place.ts'
import { db } from '../data/db.ts'
import { record } from '../records/record.ts'
import { visibleAccounts } from './account.access.ts'

/** 账号. Everyone sees their own; its history is for those who manage the accounts of its place. */
export const accountRecord = record({
  table: 'account',
  label: '账号',
  parts: { grant: '授权' },
  act: 'self',
  key: 'id',
  visible: visibleAccounts,
  names: async (ids) => {
    const accounts = await db.account.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } })
    return accounts.map(({ id, displayName }) => ({ id, name: displayName }))
  },
  history: {
    count: (id, AND) => db.account.count({ where: { id, AND } }),
    only: (viewer) => (may(viewer, 'account:read') ? { divisionCode: within(viewer.divisionCode) } : null),
  },
})
