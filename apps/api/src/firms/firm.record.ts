import { firmMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { record } from '../records/record.ts'
import { visibleFirms } from './firm.access.ts'

/** 机构. The register is public in its place; what was changed in it is for the bureau and the firm itself. */
export const firmRecord = record({
  table: 'firm',
  label: '机构',
  parts: { firm_inspection: '机构年度检查' },
  act: 'firm:read',
  key: 'id',
  visible: visibleFirms,
  names: (ids) => db.firm.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  history: {
    count: (id, AND) => db.firm.count({ where: { id, AND } }),
    only: ({ role, firmId }) => (role !== 'FIRM_ADMIN' ? {} : firmId === null ? null : { id: firmId }),
  },
  machine: firmMachine,
})
