import type { Prisma } from '@sitai/db/client'
import { within } from '../access/place.ts'
import type { Viewer } from '../access/viewer.ts'
import { db } from '../data/db.ts'
import { record } from '../records/record.ts'

/** 字典项: those of the whole country and of one's place. Their history is not for firms. */
export const dictItemRecord = record({
  table: 'dict_item',
  label: '字典项',
  act: 'dictionary:read',
  key: 'id',
  visible: ({ divisionCode }: Viewer): Prisma.DictItemWhereInput => ({
    OR: [{ divisionCode: '' }, { divisionCode: within(divisionCode) }],
  }),
  history: {
    count: (id, AND) => db.dictItem.count({ where: { id, AND } }),
    only: ({ role }) => (role === 'FIRM_ADMIN' ? null : {}),
  },
})
