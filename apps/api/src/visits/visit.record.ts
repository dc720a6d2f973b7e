import { visitMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { record } from '../records/record.ts'
import { visibleVisits } from './visit.access.ts'

/** 驻点. */
export const visitRecord = record({
  table: 'visit',
  label: '驻点',
  act: 'visit:read',
  key: 'id',
  visible: visibleVisits,
  history: { count: (id, AND) => db.visit.count({ where: { id, AND } }) },
  machine: visitMachine,
})
