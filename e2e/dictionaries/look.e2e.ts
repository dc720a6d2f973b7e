import { lookOverArea } from '../harness/area.ts'

lookOverArea('dictionaries', {
  pages: { dictionaries: ['admin', '/dictionaries'] },
  dialogs: {
    'dictionaries/DictionariesPage': { who: 'admin', path: '/dictionaries', openers: [/^新增/] },
    'dictionaries/DictionaryTable': { who: 'admin', path: '/dictionaries', openers: [/^给.*改名$/, '停用'] },
  },
})
