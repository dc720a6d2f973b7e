import { record } from '../records/record.ts'
import { visibleFiles } from './file.access.ts'

/** 文件. */
export const fileRecord = record({
  table: 'stored_file',
  label: '文件',
  act: 'file:read',
  key: 'id',
  visible: visibleFiles,
})
