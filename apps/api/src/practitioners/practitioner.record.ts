import { practitionerMachine } from '@sitai/rules/machines'
import { db } from '../data/db.ts'
import { record } from '../records/record.ts'
import { visiblePractitioners } from './practitioner.access.ts'

/** 执业人员. */
export const practitionerRecord = record({
  table: 'practitioner',
  label: '执业人员',
  parts: {
    firm_membership: '执业经历',
    practitioner_specialty: '专业特长',
    annual_assessment: '年度考核',
    sanction: '惩戒',
  },
  act: 'practitioner:read',
  key: 'id',
  visible: visiblePractitioners,
  names: (ids) => db.practitioner.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
  history: { count: (id, AND) => db.practitioner.count({ where: { id, AND } }) },
  machine: practitionerMachine,
})
