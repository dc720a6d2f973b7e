import { lookOverArea } from '../harness/area.ts'

lookOverArea('communities', {
  examples: {
    admin: '{ pairings(first: 1, filter: { status: [ACTIVE] }) { edges { node { community { community: code } } } } }',
  },
  pages: {
    communities: ['admin', '/communities'],
    newCommunity: ['admin', '/communities/new'],
    community: ['admin', '/communities/{community}'],
    editCommunity: ['admin', '/communities/{community}/edit'],
  },
  dialogs: {
    'communities/MergeButton': { who: 'admin', path: '/communities/{community}', openers: [/撤并/] },
  },
})
