import { lookOverArea } from '../harness/area.ts'

lookOverArea('search', {
  pages: {},
  dialogs: { 'search/SearchDialog': { who: 'admin', path: '/me', openers: [/^查找/], only: 1440 } },
})
