import type { BureauRecord } from '../records/record.ts'

/** The overview, which the log speaks of when what is behind a figure is exported. */
export const overviewRecord: BureauRecord = { table: 'overview', label: '工作总览', act: 'overview:read' }
