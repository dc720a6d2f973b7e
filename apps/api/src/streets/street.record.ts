import { db } from '../data/db.ts'
import { record } from '../records/record.ts'
import { visibleStreets } from './street.access.ts'

/** 街道. Its history is the bureau's. */
export const streetRecord = record({
  table: 'street',
  label: '街道',
  act: 'place:read',
  key: 'code',
  visible: visibleStreets,
  names: (codes) => db.street.findMany({ where: { code: { in: codes } }, select: { code: true, name: true } }),
  history: {
    count: (code, AND) => db.street.count({ where: { code, AND } }),
    only: ({ role }) => (role === 'FIRM_ADMIN' ? null : {}),
  },
})
