import { db } from '../data/db.ts'
import { record } from '../records/record.ts'
import { visibleCommunities } from './community.access.ts'

/** 社区. Its history is the bureau's. */
export const communityRecord = record({
  table: 'community',
  label: '社区',
  parts: { community_demand: '社区需求' },
  act: 'place:read',
  key: 'code',
  visible: visibleCommunities,
  names: (codes) => db.community.findMany({ where: { code: { in: codes } }, select: { code: true, name: true } }),
  history: {
    count: (code, AND) => db.community.count({ where: { code, AND } }),
    only: ({ role }) => (role === 'FIRM_ADMIN' ? null : {}),
  },
})
