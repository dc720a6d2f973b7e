import { lookOverArea } from '../harness/area.ts'

lookOverArea('ui', {
  examples: { admin: '{ practitioners(first: 1) { edges { node { practitioner: id } } } }' },
  dialogs: {
    'ui/MaskedValue': { who: 'admin', path: '/practitioners/{practitioner}', openers: ['查看手机号码'] },
    'ui/SavedViews': { who: 'admin', path: '/practitioners', openers: ['视图'] },
    'ui/ColumnChooser': { who: 'admin', path: '/practitioners', openers: ['列'], only: 1440 },
    'ui/FilterDrawer': { who: 'admin', path: '/practitioners', openers: ['筛选'], only: 375 },
  },
  // Kinds of dialog that others fill.
  toldElsewhere: ['ui/ConfirmButton', 'ui/DetailDrawer', 'ui/FormDialog', 'ui/ProgressDialog'],
})
