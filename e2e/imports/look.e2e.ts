import { lookOverArea } from '../harness/area.ts'

lookOverArea('imports', {
  pages: { imports: ['admin', '/imports'] },
  toldElsewhere: ['import', 'imports/ImportCommit', 'imports/ImportUndo'],
})
