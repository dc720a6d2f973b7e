import { record } from '../records/record.ts'
import { visibleImports } from './import.access.ts'

/** 导入. */
export const importRecord = record({
  table: 'import_batch',
  label: '导入',
  act: 'import:write',
  key: 'id',
  visible: visibleImports,
})
