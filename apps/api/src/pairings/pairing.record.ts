import { pairingMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { record } from '../records/record.ts'
import { visiblePairings } from './pairing.access.ts'

/** 结对. */
export const pairingRecord = record({
  table: 'pairing',
  label: '结对',
  parts: { pairing_pause: '结对暂停' },
  act: 'pairing:read',
  key: 'id',
  visible: visiblePairings,
  history: { count: (id, AND) => db.pairing.count({ where: { id, AND } }) },
  machine: pairingMachine,
})
