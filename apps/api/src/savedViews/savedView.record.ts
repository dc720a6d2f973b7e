import { record } from '../records/record.ts'
import { visibleSavedViews } from './savedView.ts'

/** 视图. */
export const savedViewRecord = record({
  table: 'saved_view',
  label: '视图',
  act: 'savedView:write',
  key: 'id',
  visible: visibleSavedViews,
})
